/** The visitor of this browser: anonymous, or a person who signed in. */
export interface Visitor {
  readonly visitor: string;
  readonly token: string;
  readonly device: string;
  /** The anonymous visitor this one was before the sign-in. */
  readonly was?: string;
}

/** What is stored of the visitor; `null` when it is nothing or broken. */
export function readVisitor(text: string | null): Visitor | null {
  try {
    const value = JSON.parse(text ?? 'null') as Partial<Visitor> | null;
    return value?.token && value.visitor && value.device ? (value as Visitor) : null;
  } catch {
    return null;
  }
}

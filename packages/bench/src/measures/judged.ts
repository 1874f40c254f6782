/** One answer: how sure it was, 0 to 1, and whether it was right. */
export interface Judged {
  readonly probability: number;
  readonly right: boolean;
}

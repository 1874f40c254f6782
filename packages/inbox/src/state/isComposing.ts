/**
 * Whether a key belongs to an input method. Safari ends the composition before its last `keydown`, which then only
 * carries key code 229 (UI Events, section "Keyboard events during composition").
 */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** Props a test changes while a component is mounted. */
export function changing<T extends object>(props: T): T {
  const changed = $state(props);
  return changed;
}

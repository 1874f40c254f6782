/** Calls the widget, which may still be on its way: the queue of the install page. */
export function handrail(...call) {
  window.Handrail ??= (...later) => {
    window.Handrail.q ??= [];
    window.Handrail.q.push(later);
  };
  return window.Handrail(...call);
}

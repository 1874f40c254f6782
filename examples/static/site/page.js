// Calls made before the widget's script has run wait in the queue.
window.Handrail ??= (...call) => {
  window.Handrail.q ??= [];
  window.Handrail.q.push(call);
};
for (const button of document.querySelectorAll('[data-ask]')) {
  button.addEventListener('click', () => window.Handrail('ask', button.textContent));
}

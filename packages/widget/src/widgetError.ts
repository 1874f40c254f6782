/** An error with a stable code, as the client's are, of the part of the widget that comes before the client. */
export function widgetError(code: 'bad_request' | 'destroyed', text = 'the widget was destroyed.'): Error {
  return Object.assign(new Error(`Handrail: ${text}`), { code, retryable: false });
}

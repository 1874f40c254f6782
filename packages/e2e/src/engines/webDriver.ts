/** A session of a WebDriver server. */
export interface WebDriverSession {
  readonly browserVersion: string;
  /** One command of the session, such as `POST` `/url`; rejects with the server's own words. */
  call(method: 'GET' | 'POST', path: string, body?: object): Promise<unknown>;
  /** Ends the session and its browser. */
  close(): Promise<void>;
}

/** ms a command may take; loading a page is the longest. */
const LONGEST = 20_000;

async function send(address: string, method: string, body?: object): Promise<unknown> {
  const signal = AbortSignal.timeout(LONGEST);
  const response = await fetch(address, { method, signal, ...(body ? { body: JSON.stringify(body) } : {}) }).catch(
    error => {
      throw new Error(`${method} ${address}: no answer`, { cause: error });
    },
  );
  const { value } = (await response.json()) as { readonly value: unknown };
  if (response.ok) return value;
  const { error, message } = value as { error: string; message: string };
  throw new Error(`${method} ${address}: ${error}: ${message}`);
}

/**
 * Begins a session (W3C WebDriver, https://www.w3.org/TR/webdriver2/).
 * @param server address of the driver, such as `http://127.0.0.1:4444`
 */
export async function startSession(server: string): Promise<WebDriverSession> {
  const started = (await send(`${server}/session`, 'POST', { capabilities: {} })) as {
    readonly sessionId: string;
    readonly capabilities: { readonly browserVersion: string };
  };
  const session = `${server}/session/${started.sessionId}`;
  return {
    browserVersion: started.capabilities.browserVersion,
    call: (method, path, body) => send(session + path, method, body),
    close: async () => void (await send(session, 'DELETE')),
  };
}

import type { Problem, Send } from '@handrail/protocol';
import type { ServerLimits } from '../gateway/serverLimits.js';

type Sizes = Pick<ServerLimits, 'textBytes' | 'storyBytes' | 'filesPerMessage'>;

/** Why an event is too large; `null` when it is not. Bytes are those of UTF-8. */
export function tooLarge(frame: Send, limits: Sizes): Problem | null {
  const text = textOf(frame);
  if (text) {
    const bytes = Buffer.byteLength(text.value);
    if (bytes > limits.textBytes) return problem('text_too_long', 'The text', text.path, limits.textBytes, bytes);
  }
  const files = frame.kind === 'message' || frame.kind === 'note' ? (frame.body.files?.length ?? 0) : 0;
  if (files > limits.filesPerMessage) {
    const [expected, got] = [`at most ${limits.filesPerMessage} files`, `${files}`];
    return { code: 'too_large', message: 'The message brings too many files.', path: '/body/files', expected, got };
  }
  const story = frame.kind === 'started' || frame.kind === 'owner' ? frame.body.story : undefined;
  if (story) {
    const bytes = Buffer.byteLength(JSON.stringify(story));
    if (bytes > limits.storyBytes) return problem('too_large', 'The story', '/body/story', limits.storyBytes, bytes);
  }
  return null;
}

function textOf(frame: Send): { value: string; path: string } | null {
  if (frame.kind === 'message' || frame.kind === 'note' || frame.kind === 'edited')
    return { value: frame.body.text, path: '/body/text' };
  if (frame.kind === 'form') return { value: frame.body.contact.text, path: '/body/contact/text' };
  return null;
}

function problem(code: Problem['code'], what: string, path: string, limit: number, got: number): Problem {
  return { code, message: `${what} is too long.`, path, expected: `at most ${limit} bytes`, got: `${got} bytes` };
}

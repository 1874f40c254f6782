/** FIN and the opcode of text: a whole message in one frame. */
const WHOLE_TEXT = 0x81;
/** Sizes up to which a length takes no bytes, or two, behind the second. */
const SHORT = 125;
const MIDDLE = 0xffff;

/** Bytes a text of so many bytes takes on the wire, header included. */
export function frameSize(bytes: number): number {
  return bytes + (bytes <= SHORT ? 2 : bytes <= MIDDLE ? 4 : 10);
}

/**
 * Texts as unmasked WebSocket frames, one behind the other, in one piece of memory (RFC 6455, 5.2).
 * @param sizes bytes of each text in UTF-8
 * @param total sum of their frames' sizes
 */
export function textFrames(texts: readonly string[], sizes: readonly number[], total: number): Buffer {
  const frames = Buffer.allocUnsafe(total);
  let at = 0;
  for (let place = 0; place < texts.length; place += 1) {
    const [text, bytes] = [texts[place] as string, sizes[place] as number];
    frames[at] = WHOLE_TEXT;
    if (bytes <= SHORT) frames[at + 1] = bytes;
    else if (bytes <= MIDDLE) {
      frames[at + 1] = 126;
      frames.writeUInt16BE(bytes, at + 2);
    } else {
      frames[at + 1] = 127;
      frames.writeBigUInt64BE(BigInt(bytes), at + 2);
    }
    at += frameSize(bytes);
    frames.write(text, at - bytes, 'utf8');
  }
  return frames;
}

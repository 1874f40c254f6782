/** Words of a text; each character of Chinese, Japanese, Korean, Thai, Lao and Khmer counts as one. */
export function countWords(text: string): number {
  const dense = /[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g;
  const characters = text.match(dense)?.length ?? 0;
  return characters + (text.replace(dense, ' ').match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu)?.length ?? 0);
}

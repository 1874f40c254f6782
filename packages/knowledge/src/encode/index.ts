export type { Encoder } from '../match/encoder.js';
export { createOnnxEncoder, type OnnxEncoder, type OnnxEncoderOptions } from './createOnnxEncoder.js';
export type { RuntimeName } from './loadRuntime.js';
export type { Pooling } from './poolTokens.js';
export type { Prefixes } from './readPrefixes.js';

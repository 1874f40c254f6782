import { expect, test } from 'vitest';
import * as compile from './compile/index.js';
import * as encode from './encode/index.js';
import * as reader from './index.js';

test('the public names', () => {
  expect(Object.keys(reader).sort()).toEqual([
    'classify',
    'decide',
    'explain',
    'loadKnowledge',
    'openModel',
    'splitSections',
    'train',
  ]);
  expect(Object.keys(encode)).toEqual(['createOnnxEncoder']);
  expect(Object.keys(compile).sort()).toEqual([
    'SourceError',
    'compile',
    'compileSource',
    'createCompileMemory',
    'formatProblem',
    'importExport',
    'openSource',
    'readExport',
    'readFolder',
    'readFrontMatter',
    'readGenerator',
    'readHtmlSite',
    'readSite',
    'writeFiles',
  ]);
});

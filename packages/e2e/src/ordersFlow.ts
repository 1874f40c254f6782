import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Writes the flow of orders, which also asks for scores of every kind and a photo, and has who is unhappy called by a team; returns the file's path. */
export function ordersFlow(): string {
  const flow = JSON.parse(readFileSync(new URL('../../flow/flows/orders.json', import.meta.url), 'utf8'));
  const { steps, texts } = flow;
  steps.topic.choices.push({ value: 'rate', label: 'rate', next: 'score' });
  steps.score = { type: 'survey', survey: 'nps', text: 'recommend', least: 'least', most: 'most', next: 'low' };
  Object.assign(steps.score, { variable: 'score' });
  steps.low = {
    type: 'branch',
    cases: [{ when: { variable: 'score', below: 7 }, next: 'care' }],
    otherwise: 'question',
  };
  steps.care = { type: 'handoff', team: 'care' };
  steps.topic.choices.push({ value: 'photo', label: 'photo', next: 'photo' });
  steps.photo = { type: 'ask', input: 'file', text: 'photo.ask', variable: 'photo', next: 'thanks' };
  steps.thanks = { type: 'say', text: 'photo.thanks', next: 'question' };
  flow.variables.photo = { type: 'string' };
  flow.variables.score = { type: 'number' };
  for (const survey of ['csat', 'ces']) {
    steps.topic.choices.push({ value: survey, label: survey, next: survey });
    steps[survey] = { type: 'survey', survey, text: `${survey}.ask`, least: 'least', most: 'most', next: 'question' };
  }
  const add = (key: string, en: string, zh: string) => {
    texts[key] = { en, 'zh-Hans': zh };
  };
  add('rate', 'Rate us', '给我们评分');
  add('photo', 'A broken part', '零件坏了');
  add('photo.ask', 'Please send a photo of it.', '请发一张照片。');
  add('photo.thanks', 'Thanks, {photo} is with us.', '谢谢，{photo} 已收到。');
  add('recommend', 'Would you recommend us to a friend?', '您会向朋友推荐我们吗？');
  add('csat', 'My satisfaction', '我的满意度');
  add('csat.ask', 'How satisfied are you?', '您满意吗？');
  add('ces', 'My effort', '费了多少力');
  add('ces.ask', 'How easy was it to get help?', '获得帮助容易吗？');
  add('least', 'Not at all', '完全不会');
  add('most', 'Very likely', '非常可能');
  const file = join(mkdtempSync(join(tmpdir(), 'handrail-flow-')), 'flow.json');
  writeFileSync(file, JSON.stringify(flow));
  return file;
}

// Written by scripts/writeBuiltin.mjs from flows/builtin.json.
import { plainTexts } from './plainTexts.js';

/** Texts of the built-in flow, zh-Hans. */
export const zhHans = /* @__PURE__ */ plainTexts({
  greet: '您好，有什么可以帮您？',
  glad: '能帮上忙就好。',
  'bot.automated': '我是自动助手，会先在帮助文章里为您找答案。想找真人客服，随时说一声就行。',
  'bot.hello': '您好，想了解点什么？',
  'bot.thanks': '不客气，还有问题随时问我。',
  'bot.bye': '再见，有需要随时回来。',
  'bot.fine': '好的，还有什么需要，直接告诉我就行。',
  'bot.identity': '我是自动助手，不是真人。想和真人聊，告诉我一声就好。',
  'bot.handoff': '好的，这就为您转接真人客服。您写的内容他们都能看到，不用再说一遍。',
  'bot.offer': '需要请真人客服来帮您吗？',
  'bot.offerUnknown': '这个问题我没有找到合适的答案。可以请真人客服来帮您，需要吗？',
  'bot.acknowledge': '很抱歉，这件事给您添堵了。',
  'bot.declined': '好的，那我们继续。',
  'bot.rephrase': '这个我没找到答案。能换个说法吗？',
  'bot.rephraseAgain': '还是没找到，抱歉。能再说具体一点吗？比如您当时在做什么，出现了什么情况。',
  'bot.moreDetail': '抱歉没答到点上。能换个说法，或者再说详细一点吗？',
  'bot.unknown': '这个问题我没有答案。下面是我能找到的最接近的内容。',
  'bot.didYouMean': '您想问的是下面哪一个？',
  'bot.error': '查找时出了点问题。您可以看看搜索结果，也可以找真人客服。',
  'bot.confirmed': '能帮上忙就好。还有别的问题吗？',
  'bot.checkIn': '刚才的回答解决您的问题了吗？',
  'bot.noOne': '现在没有客服在线。请给我们留言，您写的内容都会保留，我们会尽快回复。',
  'bot.contactSent': '已收到您的留言，我们会尽快回复。',
  'bot.returned': '我是自动助手，现在由我继续为您服务。还有什么可以帮您？',
  'bot.invalid': '好像填得不太对，请检查一下再试。',
});

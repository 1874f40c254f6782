// Written by scripts/writeBuiltin.mjs from flows/builtin.json.
import { plainTexts } from './plainTexts.js';

/** Texts of the built-in flow, ko. */
export const ko = /* @__PURE__ */ plainTexts({
  greet: '안녕하세요. 무엇을 도와드릴까요?',
  glad: '도움이 되었다니 다행이에요.',
  'bot.automated': '저는 자동 도우미예요. 도움말에서 답을 찾아 드리고, 원하시면 언제든 상담원이 이어받아요.',
  'bot.hello': '안녕하세요. 무엇이 궁금하신가요?',
  'bot.thanks': '천만에요. 더 궁금한 점이 있으면 물어보세요.',
  'bot.bye': '안녕히 가세요. 언제든 다시 찾아 주세요.',
  'bot.fine': '좋아요. 더 필요한 게 있으면 말씀해 주세요.',
  'bot.identity': '저는 사람이 아니라 자동 도우미예요. 상담원과 대화하고 싶으면 말씀해 주세요.',
  'bot.handoff': '그럼요. 상담원에게 요청할게요. 여기에 쓰신 내용은 상담원이 모두 볼 수 있어요.',
  'bot.offer': '이 문제로 상담원과 대화하시겠어요?',
  'bot.offerUnknown': '알맞은 답을 찾지 못했어요. 원하시면 상담원이 도와드릴 수 있어요.',
  'bot.acknowledge': '불편을 드려 죄송해요.',
  'bot.declined': '알겠어요, 여기서 계속할게요.',
  'bot.rephrase': '답을 찾지 못했어요. 다르게 말씀해 주시겠어요?',
  'bot.rephraseAgain':
    '아직 답을 찾지 못했어요, 죄송해요. 무엇을 하던 중이었고 어떤 일이 있었는지 조금 더 알려 주시겠어요?',
  'bot.moreDetail': '원하는 답이 아니었다니 죄송해요. 다르게 말씀하거나 조금 더 자세히 알려 주시겠어요?',
  'bot.unknown': '이 질문의 답은 없어요. 가장 가까운 내용은 이거예요.',
  'bot.didYouMean': '이 중에 찾는 내용이 있나요?',
  'bot.error': '찾는 중에 문제가 생겼어요. 글을 검색하거나 상담원과 대화할 수 있어요.',
  'bot.confirmed': '도움이 되었다니 다행이에요. 더 필요한 게 있으세요?',
  'bot.checkIn': '궁금한 점이 해결되었나요?',
  'bot.noOne':
    '지금은 들어올 수 있는 상담원이 없어요. 메시지를 남겨 주세요. 쓰신 내용은 모두 보관되고, 곧 연락드릴게요.',
  'bot.contactSent': '메시지를 받았어요. 곧 연락드릴게요.',
  'bot.returned': '다시 자동 도우미예요. 무엇을 더 도와드릴까요?',
  'bot.invalid': '아직 올바르지 않은 것 같아요. 확인하고 다시 시도해 주시겠어요?',
  'bot.corrected': '고마워요. 수정했어요.',
  'bot.back': '하던 내용으로 돌아갈게요.',
  'bot.survey': '상담은 어땠나요?',
  'bot.surveyThanks': '감사합니다',
  'bot.yes': '예',
  'bot.no': '아니요',
});

// Written by scripts/writeBuiltin.mjs from flows/builtin.json.
import { plainTexts } from './plainTexts.js';

/** Texts of the built-in flow, zh-Hant. */
export const zhHant = /* @__PURE__ */ plainTexts({
  greet: '您好，有什麼可以為您服務？',
  glad: '很高興能幫上忙。',
  'bot.automated': '我是自動助理，會先在說明文章裡為您找答案。想找真人客服，隨時告訴我就好。',
  'bot.hello': '您好，想了解什麼呢？',
  'bot.thanks': '不客氣，還有問題隨時問我。',
  'bot.bye': '再見，有需要隨時回來。',
  'bot.fine': '好的，還有需要的話，我在這裡。',
  'bot.identity': '我是自動助理，不是真人。想和真人對話，告訴我一聲就好。',
  'bot.handoff': '好的，這就為您請客服加入。您寫的內容他們都看得到。',
  'bot.offer': '要請真人客服來協助您嗎？',
  'bot.offerUnknown': '這個問題我沒有合適的答案。需要的話，可以請真人客服協助您。',
  'bot.acknowledge': '很抱歉，這件事讓您受累了。',
  'bot.declined': '好的，那我們繼續。',
  'bot.rephrase': '這個我沒有找到答案。可以換個說法嗎？',
  'bot.rephraseAgain': '還是沒找到，抱歉。可以再說得具體一點嗎？例如您當時在做什麼、發生了什麼事。',
  'bot.moreDetail': '抱歉，沒有答到重點。可以換個說法，或多說一點細節嗎？',
  'bot.unknown': '這個問題我沒有答案。以下是我能找到最接近的內容。',
  'bot.didYouMean': '您想問的是下面哪一個？',
  'bot.error': '搜尋時出了點問題。您可以搜尋文章，或與真人客服對話。',
  'bot.confirmed': '很高興能幫上忙。還有其他問題嗎？',
  'bot.checkIn': '剛才的回答解決您的問題了嗎？',
  'bot.noOne': '目前沒有客服能加入。請留言給我們，您寫的內容都會保留，我們會回覆您。',
  'bot.contactSent': '已收到您的留言，我們會回覆您。',
  'bot.returned': '我是自動助理，現在由我繼續為您服務。還有什麼可以幫您的？',
  'bot.invalid': '好像還有地方不太對，請檢查後再試一次。',
});

// Written by scripts/writeBuiltin.mjs from flows/builtin.json.
import { plainTexts } from './plainTexts.js';

/** Texts of the built-in flow, tr. */
export const tr = /* @__PURE__ */ plainTexts({
  greet: 'Merhaba. Size nasıl yardımcı olabilirim?',
  glad: 'Yardımcı olabildiysem ne güzel.',
  'bot.automated':
    'Ben otomatik asistanım. Yanıtları yardım makalelerinde ararım; istediğiniz zaman bir yetkili devralabilir.',
  'bot.hello': 'Merhaba. Neyi öğrenmek istersiniz?',
  'bot.thanks': 'Rica ederim. Başka bir şey olursa sorabilirsiniz.',
  'bot.bye': 'Hoşça kalın. Dilediğiniz zaman geri gelebilirsiniz.',
  'bot.fine': 'Güzel. Başka bir şey olursa buradayım.',
  'bot.identity': 'Ben otomatik bir asistanım, insan değilim. Biriyle konuşmayı tercih ederseniz söylemeniz yeter.',
  'bot.handoff': 'Elbette. Bir yetkilinin katılmasını istiyorum; burada yazdığınız her şeyi görecek.',
  'bot.offer': 'Bu konuyu bir yetkiliyle konuşmak ister misiniz?',
  'bot.offerUnknown': 'Buna iyi bir yanıtım yok. İsterseniz bir yetkili yardımcı olabilir.',
  'bot.acknowledge': 'Üzgünüm, bunun sizi yorduğu belli.',
  'bot.declined': 'Peki, buradan devam edelim.',
  'bot.rephrase': 'Buna bir yanıt bulamadım. Başka türlü ifade edebilir misiniz?',
  'bot.rephraseAgain': 'Hâlâ yanıt bulamadım, üzgünüm. Biraz ayrıntı işe yarar: ne yapıyordunuz ve ne oldu?',
  'bot.moreDetail': 'Üzgünüm, aradığınız bu değildi. Başka türlü ifade edebilir veya biraz ayrıntı verebilir misiniz?',
  'bot.unknown': 'Buna bir yanıtım yok. Bulabildiğim en yakın içerik şu.',
  'bot.didYouMean': 'Bunlardan birini mi kastettiniz?',
  'bot.error': 'Ararken bir sorun oluştu. Makalelerde arama yapabilir veya bir yetkiliyle görüşebilirsiniz.',
  'bot.confirmed': 'Yardımcı olabildiysem ne güzel. Başka bir şey var mı?',
  'bot.checkIn': 'Bu, sorunuzu yanıtladı mı?',
  'bot.noOne': 'Şu anda kimse katılamıyor. Bize mesaj bırakın: yazdıklarınızın hepsi saklanır ve size dönüş yaparız.',
  'bot.contactSent': 'Mesajınız bize ulaştı. Size dönüş yapacağız.',
  'bot.returned': 'Yeniden otomatik asistan. Başka nasıl yardımcı olabilirim?',
  'bot.invalid': 'Bu henüz doğru görünmüyor. Kontrol edip yeniden dener misiniz?',
  'bot.corrected': 'Teşekkürler, düzelttim.',
  'bot.back': 'Kaldığımız yere dönelim.',
  'bot.survey': 'Aldığınız yardım nasıldı?',
  'bot.surveyThanks': 'Teşekkür ederiz',
  'bot.yes': 'Evet',
  'bot.no': 'Hayır',
});

// Written by scripts/writeBuiltin.mjs from flows/builtin.json.
import { plainTexts } from './plainTexts.js';

/** Texts of the built-in flow, vi. */
export const vi = /* @__PURE__ */ plainTexts({
  greet: 'Xin chào. Tôi có thể giúp gì cho bạn?',
  glad: 'Rất vui vì đã giúp được bạn.',
  'bot.automated':
    'Tôi là trợ lý tự động. Tôi tìm câu trả lời trong các bài trợ giúp, và nhân viên có thể tiếp nhận bất cứ khi nào bạn muốn.',
  'bot.hello': 'Xin chào. Bạn muốn biết điều gì?',
  'bot.thanks': 'Không có gì. Nếu cần thêm, bạn cứ hỏi.',
  'bot.bye': 'Tạm biệt bạn. Bạn có thể quay lại bất cứ lúc nào.',
  'bot.fine': 'Tốt rồi. Tôi vẫn ở đây nếu bạn cần gì thêm.',
  'bot.identity': 'Tôi là trợ lý tự động, không phải người. Nếu bạn muốn nói chuyện với ai đó, cứ cho tôi biết.',
  'bot.handoff': 'Tất nhiên rồi. Tôi đang mời nhân viên tham gia, và họ sẽ thấy mọi điều bạn đã viết ở đây.',
  'bot.offer': 'Bạn có muốn nói chuyện với nhân viên về việc này không?',
  'bot.offerUnknown': 'Tôi không có câu trả lời phù hợp cho việc này. Nhân viên có thể giúp, nếu bạn muốn.',
  'bot.acknowledge': 'Tôi rất tiếc, hẳn việc này đã làm bạn phiền lòng.',
  'bot.declined': 'Được rồi, chúng ta tiếp tục ở đây.',
  'bot.rephrase': 'Tôi không tìm thấy câu trả lời. Bạn có thể diễn đạt cách khác không?',
  'bot.rephraseAgain':
    'Xin lỗi, vẫn chưa có câu trả lời. Thêm chút chi tiết sẽ giúp ích: bạn đang làm gì, và điều gì đã xảy ra?',
  'bot.moreDetail': 'Xin lỗi vì chưa đúng ý. Bạn có thể diễn đạt cách khác, hoặc cho thêm chút chi tiết không?',
  'bot.unknown': 'Tôi không có câu trả lời cho việc này. Đây là nội dung gần nhất tôi tìm được.',
  'bot.didYouMean': 'Ý bạn là một trong những mục này phải không?',
  'bot.error': 'Đã có lỗi khi tôi tìm kiếm. Bạn có thể tìm trong các bài viết, hoặc nói chuyện với nhân viên.',
  'bot.confirmed': 'Rất vui vì đã giúp được bạn. Bạn cần gì nữa không?',
  'bot.checkIn': 'Câu trả lời đó đã giải đáp thắc mắc của bạn chưa?',
  'bot.noOne':
    'Hiện không ai có thể tham gia. Hãy để lại tin nhắn: mọi điều bạn viết đều được giữ lại, và chúng tôi sẽ liên hệ với bạn.',
  'bot.contactSent': 'Chúng tôi đã nhận được tin nhắn của bạn và sẽ liên hệ lại.',
  'bot.returned': 'Trợ lý tự động xin tiếp tục. Tôi có thể giúp gì thêm cho bạn?',
  'bot.invalid': 'Có vẻ vẫn chưa đúng. Bạn kiểm tra rồi thử lại nhé?',
  'bot.corrected': 'Cảm ơn, đã sửa lại.',
  'bot.back': 'Quay lại phần đang làm dở nhé.',
  'bot.survey': 'Bạn thấy phần hỗ trợ thế nào?',
  'bot.surveyThanks': 'Cảm ơn bạn',
  'bot.yes': 'Có',
  'bot.no': 'Không',
});

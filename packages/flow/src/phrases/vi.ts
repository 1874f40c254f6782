import type { Phrases } from './phrases.js';

const bot = '(?:robot|bot|chatbot|may|ai|ro bot)';
const who =
  '(?:(?:mot|voi|cho|ai [dđ]o la|ban) )*(?:nguoi(?: that| thuc)?|nhan vien(?: that| ho tro| tu van)?|tu van vien|tong [dđ]ai vien|ai [dđ]o|quan ly|chuyen vien|[dđ]ai dien|nguoi phu trach|con nguoi)';

export const vi: Phrases = {
  locale: 'vi',
  spaced: true,
  request: `(?:noi chuyen|noi|tro chuyen|chat|gap|trao [dđ]oi|lien he)(?: truc tiep)? (?:voi |cung )?${who}|(?:cho|xin)(?: toi| minh| em| phep)* (?:gap|noi chuyen voi|noi voi) ${who}|(?:chuyen|ket noi|noi may|[dđ]oi)(?: toi| minh| em| may)*(?: sang| [dđ]en| voi| cho| qua) ${who}|(?:toi|minh|em) (?:can|muon)(?: gap)? (?:nhan vien|tu van vien|nguoi that|nguoi tu van)|(?:nguoi|nhan vien) (?:that|thuc su)|khong muon (?:noi chuyen |chat |tro chuyen |noi )?(?:voi )?${bot}|(?:[dđ]ung|chan|ghet)(?: cai| may)? (?:bot|robot|chatbot)(?: nay)?`,
  bare: 'nhan vien|tu van vien|nguoi that|tong [dđ]ai vien|con nguoi',
  notRequest: `khong (?:can|muon)(?: phai)? (?:noi chuyen voi |gap |noi voi |chat voi )?${who}|(?:ban|[dđ]ay|may)(?: co phai)?(?: la)? (?:robot|bot|nguoi|nguoi that|may)(?: khong| a| ha)?(?= $)|toi khong phai(?: la)? robot|nhan su|nhan quyen|quyen con nguoi|robot hut bui|noi chuyen voi nhau`,
  ambiguous:
    'ho tro|lien he|lien lac|cham soc khach hang|cskh|tong [dđ]ai|hotline|so [dđ]ien thoai|[dđ]ien thoai|goi [dđ]ien|tro giup|tu van',
  filler:
    'xin|vui|long|lam|on|the|nao|sao|toi|minh|em|co|duoc|[dđ]uoc|khong|voi|cho|la|gi|o|[dđ]au|ban|chao|can|muon|a|so|cua|cac',
  hello: 'xin chao|chao|chao ban|chao shop|alo|hello|chao buoi (?:sang|toi)',
  thanks: '(?:ok |rat )?(?:cam on|cam on ban|cam on nhieu|cam on ban nhieu|thank)(?: nhe| a| rat nhieu)?',
  bye: 'tam biet|chao tam biet|hen gap lai|bai bai',
  fine: 'ok|[dđ]uoc|[dđ]uoc roi|tot|hieu roi|vang|[dđ]a hieu|on roi',
  identity: '(?:ban|[dđ]ay)(?: co phai)?(?: la)? (?:robot|bot|nguoi that|nguoi|may)(?: khong| a| ha)|ban la ai',
  yes: 'co|vang|da|da vang|[dđ]ung|[dđ]ung vay|co a|vang a|giup [dđ]uoc|co giup',
  no: 'khong|khong cam on|da khong|khong giup [dđ]uoc|khong phai|khong co cai nao|khong cai nao|khong phai cai nao|bay gio thi khong|[dđ]e sau|chua',
  strong:
    'khong the chap nhan|qua [dđ]ang|that vo ly|toi (?:rat tuc|tuc gian|phat [dđ]ien|tuyet vong|buc minh)|lua [dđ]ao|an cap|khon nan|cho chet|dich vu te nhat|te nhat|mat thoi gian|luat su|kien cac|to cao|muon chet|boc phot|chan qua roi',
  mild: 'tuc gian|buc minh|that vong|kho chiu|kinh khung|qua te|te hai|ghet|ngu ngoc|vo dung|gap lam|khan cap|buc xuc|nan qua',
  negators: 'khong|chua|chang',
};

import type { Phrases } from './phrases.js';

const bot = '(?:robot|bot|chatbot|mesin|ai|komputer)';
const who =
  '(?:(?:seorang|salah satu|dengan) )*(?:manusia|orang|petugas|agen|operator|staf|karyawan|cs|customer service|layanan pelanggan|perwakilan|seseorang|admin|supervisor|manajer|tim)(?: asli| sungguhan| nyata| kalian| anda)?';

export const id: Phrases = {
  locale: 'id',
  spaced: true,
  request: `(?:bicara|berbicara|ngobrol|ngomong|chat|mengobrol|terhubung|berkomunikasi)(?: langsung)? (?:dengan|sama|ke) ${who}|(?:hubungkan|sambungkan|alihkan|oper|sambungin|hubungin)(?: saya| aku| ke saya)?(?: dengan| ke| kepada)? ${who}|(?:mau|ingin|minta|butuh|perlu|tolong panggil|panggilkan|panggil)(?: bicara)? (?:manusia|petugas|operator|orang asli|admin manusia|agen manusia|cs manusia)|(?:manusia|orang|agen|cs|admin) (?:asli|sungguhan|beneran|nyata)|agen manusia|(?:tidak|tak|nggak|gak|ga|ngga) (?:mau|ingin)(?: lagi)? (?:bicara|berbicara|ngobrol|chat|ngomong) (?:dengan|sama) ${bot}|(?:jangan|stop|benci|bosan|capek)(?: pakai| dengan| sama)? (?:bot|robot|chatbot)`,
  bare: 'manusia|petugas|operator|orang asli|cs manusia',
  notRequest: `(?:tidak|tak|nggak|gak|ga) (?:perlu|mau|ingin|butuh)(?: bicara| berbicara| ngobrol)?(?: dengan| sama)? ${who}|(?:kamu|anda|ini|apakah anda|apakah kamu|apakah ini)(?: adalah| ini)? (?:robot|bot|manusia|orang asli|mesin)|saya bukan robot|sumber daya manusia|hak asasi manusia|robot (?:vacuum|penyedot|pel)|agen (?:properti|perjalanan)`,
  ambiguous:
    'agen|dukungan|kontak|hubungi|hubungi (?:kami|kalian)|layanan pelanggan|customer service|cs|telepon|nomor(?: telepon| hp| wa)?|call center|bantuan|admin|whatsapp',
  filler:
    'tolong|mohon|bagaimana|gimana|cara|saya|aku|bisa|ke|di|dengan|yang|apa|berapa|mana|ada|halo|hai|sekarang|dong|ya|kak|min|menghubungi|anda',
  hello: 'halo|hai|hei|selamat (?:pagi|siang|sore|malam)|permisi|apa kabar|assalamualaikum|halo (?:kak|min)',
  thanks: '(?:ok |oke )?(?:terima kasih|terimakasih|makasih|thanks|trims)(?: banyak| ya| kak| atas bantuannya)?',
  bye: 'sampai jumpa|dadah|selamat tinggal|sampai nanti|dah',
  fine: 'ok|oke|baik|baiklah|sip|mengerti|paham|bagus|siap',
  identity:
    '(?:kamu|anda|ini|apakah anda|apakah kamu|apakah ini)(?: adalah| ini)? (?:robot|bot|manusia|orang asli|mesin)|siapa (?:kamu|anda)|kamu siapa',
  yes: 'ya|iya|ya tolong|tentu|boleh|betul|ya terima kasih|membantu|sudah membantu|sangat membantu',
  no: 'tidak|tidak terima kasih|nggak|enggak|gak|tidak membantu|tidak ada|bukan|bukan semuanya|bukan salah satu dari ini|tidak sekarang|nanti|nanti saja',
  strong:
    'tidak bisa diterima|keterlaluan|memalukan|saya (?:marah|kesal sekali|putus asa|murka)|sangat (?:marah|kecewa)|penipu|pencuri|maling|bangsat|anjing|brengsek|sialan|pelayanan terburuk|buang buang waktu|pengacara saya|lapor polisi|ylki|ingin mati|mau mati|muak',
  mild: 'marah|kesal|kecewa|frustrasi|jengkel|mengerikan|buruk|parah|penipuan|benci|bodoh|mendesak|segera|tidak berguna|menyebalkan',
  negators: 'tidak|tak|bukan|nggak|gak',
};

import type { Phrases } from './phrases.js';

const who =
  '(?:(?:bir|gercek|canl[iı]|sizin|baska|herhangi bir|musteri) )*(?:insanla|kisiyle|biriyle|birisiyle|yetkiliyle|yetkili ile|temsilciyle|temsilcisiyle|temsilcisi ile|insan ile|kisi ile|biri ile|temsilci ile|gorevliyle|gorevli ile|operatorle|calisanla|personelle|danısmanla|danismanla|yoneticiyle|hizmetleriyle|hizmetleri ile|destekle)';
const whom =
  '(?:(?:bir|gercek|canl[iı]|musteri) )*(?:insana|kisiye|birine|yetkiliye|temsilciye|temsilcisine|gorevliye|operatore|calisana|danismana|hizmetlerine)';

export const tr: Phrases = {
  locale: 'tr',
  spaced: true,
  request: `${who}(?: [^ ]+)? (?:konus[^ ]*|gorus[^ ]*|yazıs[^ ]*|yazis[^ ]*|sohbet[^ ]*|iletisim[^ ]*)|(?:beni )?${whom} (?:bagla[^ ]*|aktar[^ ]*|yonlendir[^ ]*)|(?:gercek|canl[iı]) (?:bir )?(?:insan|kisi|destek|temsilci|yetkili|biri)|(?:insan|temsilci|yetkili|operator) (?:istiyorum|lazım|lazim|cagır[^ ]*|cagir[^ ]*|bagla[^ ]*)|(?:robotla|botla|makineyle|chatbotla|yapay zekayla|bot ile|robot ile)(?: [^ ]+)? (?:konusmak istemiyorum|gorusmek istemiyorum|konusmam|yazismak istemiyorum)|(?:robot|bot|chatbot) istemiyorum|(?:robotlardan|botlardan|bottan|robottan) (?:bıktım|biktim|nefret ediyorum)`,
  bare: 'insan|temsilci|yetkili|operator|gercek kisi|musteri temsilcisi|canl[iı] destek',
  notRequest: `${who}(?: [^ ]+)? (?:konusmak|gorusmek) istemiyorum|(?:insana|temsilciye|yetkiliye) (?:gerek yok|baglama|ihtiyacım yok)|(?:sen|siz|bu)(?: bir)? (?:gercek )?(?:insan|robot|bot)(?: mi| mı| misin| misiniz| mısın| mısınız| musun| musunuz)|insan kaynaklar[iı]|insan haklar[iı]|robot supurge[^ ]*|ben robot degilim|canl[iı] yay[iı]n|canl[iı] bitki`,
  ambiguous:
    'destek|iletisim|musteri hizmetleri|telefon|telefon numaras[iı]|numara|cagr[iı] merkezi|aramak|irtibat|yard[iı]m|danisman',
  filler:
    'lutfen|nasıl|nasil|ben|bana|bir|ile|size|sizi|sizinle|nedir|ne|var|mı|mi|nerede|istiyorum|merhaba|simdi|geciyorum|gecebilirim|kurabilirim|ulasabilirim',
  hello: 'merhaba(?:lar)?|selam|selamlar|selamun aleykum|gunayd[iı]n|iyi (?:gunler|aksamlar)|nas[iı]ls[iı]n(?:[iı]z)?',
  thanks: '(?:cok )?(?:tesekkurler|tesekkur ederim|tesekkur ederiz|sagol|sag ol|sagolun|sag olun|eyvallah)(?: cok)?',
  bye: 'gorusuruz|hosca kal[iı]n|hosca kal|gule gule|iyi geceler|kendine iyi bak|allaha [iı]smarlad[iı]k',
  fine: 'tamam|peki|olur|anlad[iı]m|guzel|super|tamamdır|tamamdir|ok',
  identity:
    '(?:sen|siz|bu)(?: bir)? (?:gercek )?(?:insan|robot|bot)(?: mi| mı| misin| misiniz| mısın| mısınız| musun| musunuz)|sen kimsin|siz kimsiniz|kimsin',
  yes: 'evet|evet lutfen|tabii|tabi|elbette|olur lutfen|ise yarad[iı]|evet ise yarad[iı]|evet tesekkurler',
  no: 'hay[iı]r|hay[iı]r tesekkurler|yok|ise yaramad[iı]|yard[iı]mc[iı] olmad[iı]|hicbiri|hicbiri degil|simdi degil|sonra|daha sonra|pek degil',
  strong:
    'rezalet|kabul edilemez|skandal|ay[iı]p|yaz[iı]klar olsun|cok (?:sinirliyim|k[iı]zg[iı]n[iı]m|ofkeliyim)|deliriyorum|c[iı]ld[iı]racag[iı]m|dolandırıcı(?:s[iı]n[iı]z|lar)?|dolandirici|h[iı]rs[iı]z(?:lar|s[iı]n[iı]z)?|lanet|siktir|en kotu (?:hizmet|firma|servis)|zaman kayb[iı]|avukat[iı]m|sikayet edecegim|mahkemeye|olmek istiyorum|yeter art[iı]k|b[iı]kt[iı]m',
  mild: 'sinirli(?:yim)?|k[iı]zg[iı]n(?:[iı]m)?|hayal k[iı]r[iı]kl[iı]g[iı]|berbat|korkunc|dolandırıcılık|dolandiricilik|nefret|aptal|acil|sacma|ise yaramaz|magdur(?:um)?|kotu',
  negators: '',
};

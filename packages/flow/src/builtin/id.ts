// Written by scripts/writeBuiltin.mjs from flows/builtin.json.
import { plainTexts } from './plainTexts.js';

/** Texts of the built-in flow, id. */
export const id = /* @__PURE__ */ plainTexts({
  greet: 'Halo. Ada yang bisa saya bantu?',
  glad: 'Senang bisa membantu.',
  'bot.automated':
    'Saya asisten otomatis. Saya mencari jawaban di artikel bantuan, dan petugas dapat mengambil alih kapan pun Anda minta.',
  'bot.hello': 'Halo. Apa yang ingin Anda ketahui?',
  'bot.thanks': 'Sama-sama. Kalau ada lagi, tanyakan saja.',
  'bot.bye': 'Sampai jumpa. Anda bisa kembali kapan saja.',
  'bot.fine': 'Baik. Saya di sini kalau ada hal lain.',
  'bot.identity': 'Saya asisten otomatis, bukan manusia. Kalau Anda lebih suka bicara dengan seseorang, katakan saja.',
  'bot.handoff': 'Tentu. Saya meminta petugas bergabung, dan petugas akan melihat semua yang Anda tulis di sini.',
  'bot.offer': 'Apakah Anda ingin membicarakan ini dengan petugas?',
  'bot.offerUnknown': 'Saya tidak punya jawaban yang baik untuk ini. Petugas dapat membantu, jika Anda mau.',
  'bot.acknowledge': 'Maaf, ini jelas tidak mudah bagi Anda.',
  'bot.declined': 'Baiklah, kita lanjutkan di sini.',
  'bot.rephrase': 'Saya tidak menemukan jawabannya. Bisakah Anda mengatakannya dengan cara lain?',
  'bot.rephraseAgain':
    'Maaf, masih belum ada jawaban. Sedikit rincian akan membantu: apa yang sedang Anda lakukan, dan apa yang terjadi?',
  'bot.moreDetail':
    'Maaf, itu belum tepat. Bisakah Anda mengatakannya dengan cara lain, atau menambahkan sedikit rincian?',
  'bot.unknown': 'Saya tidak punya jawaban untuk ini. Inilah yang paling mendekati.',
  'bot.didYouMean': 'Apakah maksud Anda salah satu dari ini?',
  'bot.error': 'Ada yang salah saat saya mencari. Anda dapat mencari di artikel, atau bicara dengan petugas.',
  'bot.confirmed': 'Senang bisa membantu. Ada lagi?',
  'bot.checkIn': 'Apakah itu menjawab pertanyaan Anda?',
  'bot.noOne':
    'Saat ini tidak ada yang bisa bergabung. Tinggalkan pesan: semua yang Anda tulis tersimpan, dan kami akan menghubungi Anda.',
  'bot.contactSent': 'Pesan Anda sudah kami terima. Kami akan menghubungi Anda.',
  'bot.returned': 'Ini asisten otomatis lagi. Apa lagi yang bisa saya bantu?',
  'bot.invalid': 'Sepertinya belum tepat. Bisakah Anda memeriksanya dan mencoba lagi?',
  'bot.corrected': 'Terima kasih, sudah diperbaiki.',
  'bot.back': 'Kita lanjutkan yang tadi.',
  'bot.survey': 'Bagaimana bantuan kami?',
  'bot.surveyThanks': 'Terima kasih',
  'bot.yes': 'Ya',
  'bot.no': 'Tidak',
});

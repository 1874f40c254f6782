// Written by scripts/writeBuiltin.mjs from flows/builtin.json.
import { plainTexts } from './plainTexts.js';

/** Texts of the built-in flow, pl. */
export const pl = /* @__PURE__ */ plainTexts({
  greet: 'Dzień dobry. W czym mogę pomóc?',
  glad: 'Cieszę się, że to pomogło.',
  'bot.automated':
    'Jestem automatycznym asystentem. Szukam odpowiedzi w artykułach pomocy, a na życzenie rozmowę przejmie konsultant.',
  'bot.hello': 'Dzień dobry. Czego chcesz się dowiedzieć?',
  'bot.thanks': 'Nie ma za co. Jeśli pojawi się coś jeszcze, po prostu zapytaj.',
  'bot.bye': 'Do widzenia. Możesz wrócić w każdej chwili.',
  'bot.fine': 'Dobrze. Jestem tu, gdyby pojawiło się coś jeszcze.',
  'bot.identity':
    'Jestem automatycznym asystentem, nie człowiekiem. Jeśli wolisz z kimś porozmawiać, po prostu to napisz.',
  'bot.handoff': 'Oczywiście. Proszę konsultanta o dołączenie. Zobaczy wszystko, co tu napisano.',
  'bot.offer': 'Czy chcesz porozmawiać o tym z konsultantem?',
  'bot.offerUnknown': 'Nie mam na to dobrej odpowiedzi. Jeśli chcesz, pomoże konsultant.',
  'bot.acknowledge': 'Przykro mi, rozumiem, że to uciążliwe.',
  'bot.declined': 'Dobrze, zostańmy przy tej rozmowie.',
  'bot.rephrase': 'Nie udało mi się znaleźć odpowiedzi. Czy możesz ująć to inaczej?',
  'bot.rephraseAgain':
    'Nadal nie mam odpowiedzi, przepraszam. Pomoże trochę więcej szczegółów: w jakiej sytuacji to się dzieje i co dokładnie się stało?',
  'bot.moreDetail': 'Przepraszam, to nie było to. Czy możesz ująć to inaczej albo dodać trochę szczegółów?',
  'bot.unknown': 'Nie mam na to odpowiedzi. Oto najbliższe informacje.',
  'bot.didYouMean': 'Czy chodzi o coś z tej listy?',
  'bot.error': 'Coś poszło nie tak podczas wyszukiwania. Możesz przejrzeć artykuły albo porozmawiać z konsultantem.',
  'bot.confirmed': 'Cieszę się, że to pomogło. Coś jeszcze?',
  'bot.checkIn': 'Czy to odpowiedź na twoje pytanie?',
  'bot.noOne': 'Teraz nikt nie może dołączyć. Zostaw wiadomość: zachowamy całą rozmowę i odpiszemy.',
  'bot.contactSent': 'Mamy twoją wiadomość. Odpiszemy.',
  'bot.returned': 'Tu znowu automatyczny asystent. W czym jeszcze mogę pomóc?',
  'bot.invalid': 'Coś się jeszcze nie zgadza. Sprawdź i spróbuj ponownie.',
  'bot.corrected': 'Dziękuję, poprawione.',
  'bot.back': 'Wróćmy do poprzedniego pytania.',
  'bot.survey': 'Jak oceniasz rozmowę?',
  'bot.surveyThanks': 'Dziękujemy',
  'bot.yes': 'Tak',
  'bot.no': 'Nie',
});

// Written by scripts/writeBuiltin.mjs from flows/builtin.json.
import { plainTexts } from './plainTexts.js';

/** Texts of the built-in flow, de. */
export const de = /* @__PURE__ */ plainTexts({
  greet: 'Guten Tag. Wobei kann ich Ihnen helfen?',
  glad: 'Schön, dass das geholfen hat.',
  'bot.automated':
    'Ich bin der automatische Assistent. Ich suche Antworten in den Hilfeartikeln, und ein Mensch übernimmt, sobald Sie es möchten.',
  'bot.hello': 'Guten Tag. Was möchten Sie wissen?',
  'bot.thanks': 'Gern geschehen. Wenn noch etwas ist, fragen Sie einfach.',
  'bot.bye': 'Alles Gute. Sie können jederzeit wiederkommen.',
  'bot.fine': 'Gut. Ich bin da, wenn noch etwas ist.',
  'bot.identity':
    'Ich bin ein automatischer Assistent, kein Mensch. Wenn Sie lieber mit jemandem sprechen möchten, sagen Sie es einfach.',
  'bot.handoff': 'Natürlich. Ich hole jemanden dazu, der alles sieht, was Sie hier geschrieben haben.',
  'bot.offer': 'Möchten Sie darüber mit einem Menschen sprechen?',
  'bot.offerUnknown': 'Darauf habe ich keine gute Antwort. Wenn Sie möchten, hilft Ihnen ein Mensch weiter.',
  'bot.acknowledge': 'Es tut mir leid, das war sicher ärgerlich für Sie.',
  'bot.declined': 'In Ordnung, dann machen wir hier weiter.',
  'bot.rephrase': 'Dazu habe ich keine Antwort gefunden. Können Sie es anders formulieren?',
  'bot.rephraseAgain':
    'Leider noch immer keine Antwort. Etwas mehr würde helfen: Was haben Sie gemacht, und was ist passiert?',
  'bot.moreDetail': 'Schade, das war es nicht. Können Sie es anders formulieren oder etwas genauer beschreiben?',
  'bot.unknown': 'Darauf habe ich keine Antwort. Das hier kommt Ihrer Frage am nächsten.',
  'bot.didYouMean': 'Meinten Sie eines davon?',
  'bot.error':
    'Bei der Suche ist etwas schiefgegangen. Sie können die Artikel durchsuchen oder mit einem Menschen sprechen.',
  'bot.confirmed': 'Schön, dass das geholfen hat. Kann ich noch etwas für Sie tun?',
  'bot.checkIn': 'War Ihre Frage damit beantwortet?',
  'bot.noOne':
    'Gerade kann niemand dazukommen. Hinterlassen Sie uns eine Nachricht: Alles, was Sie geschrieben haben, bleibt erhalten, und wir melden uns.',
  'bot.contactSent': 'Ihre Nachricht ist bei uns. Wir melden uns.',
  'bot.returned': 'Hier ist wieder der automatische Assistent. Wobei kann ich noch helfen?',
  'bot.invalid': 'Das sieht noch nicht richtig aus. Bitte prüfen Sie es und versuchen Sie es noch einmal.',
  'bot.corrected': 'Danke, das habe ich geändert.',
  'bot.back': 'Zurück zu dem, wo wir waren.',
  'bot.survey': 'Wie war die Hilfe?',
  'bot.surveyThanks': 'Vielen Dank',
  'bot.yes': 'Ja',
  'bot.no': 'Nein',
});

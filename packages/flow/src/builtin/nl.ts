// Written by scripts/writeBuiltin.mjs from flows/builtin.json.
import { plainTexts } from './plainTexts.js';

/** Texts of the built-in flow, nl. */
export const nl = /* @__PURE__ */ plainTexts({
  greet: 'Hallo. Waarmee kan ik je helpen?',
  glad: 'Fijn dat dat hielp.',
  'bot.automated':
    'Ik ben de automatische assistent. Ik zoek antwoorden in de hulpartikelen, en een medewerker neemt het over zodra je dat wilt.',
  'bot.hello': 'Hallo. Wat wil je weten?',
  'bot.thanks': 'Graag gedaan. Als er nog iets is, vraag het gerust.',
  'bot.bye': 'Tot ziens. Je kunt altijd terugkomen.',
  'bot.fine': 'Goed. Ik ben er als er nog iets is.',
  'bot.identity': 'Ik ben een automatische assistent, geen mens. Als je liever iemand spreekt, zeg het gerust.',
  'bot.handoff': 'Natuurlijk. Ik vraag een medewerker erbij, die alles ziet wat je hier hebt geschreven.',
  'bot.offer': 'Wil je hierover met een medewerker praten?',
  'bot.offerUnknown': 'Hier heb ik geen goed antwoord op. Een medewerker kan je helpen, als je wilt.',
  'bot.acknowledge': 'Het spijt me, dit is vast vervelend voor je geweest.',
  'bot.declined': 'Prima, dan gaan we hier verder.',
  'bot.rephrase': 'Ik heb daar geen antwoord op gevonden. Kun je het anders zeggen?',
  'bot.rephraseAgain':
    'Nog steeds geen antwoord, sorry. Iets meer informatie zou helpen: wat deed je, en wat gebeurde er?',
  'bot.moreDetail': 'Sorry, dat was het niet. Kun je het anders zeggen of iets meer vertellen?',
  'bot.unknown': 'Hier heb ik geen antwoord op. Dit komt er het dichtst bij.',
  'bot.didYouMean': 'Bedoelde je een van deze?',
  'bot.error': 'Er ging iets mis tijdens het zoeken. Je kunt in de artikelen zoeken of met een medewerker praten.',
  'bot.confirmed': 'Fijn dat dat hielp. Nog iets anders?',
  'bot.checkIn': 'Is je vraag daarmee beantwoord?',
  'bot.noOne':
    'Er kan nu niemand bij komen. Laat een bericht achter: alles wat je hebt geschreven blijft bewaard, en we nemen contact met je op.',
  'bot.contactSent': 'We hebben je bericht. We nemen contact met je op.',
  'bot.returned': 'Hier is de automatische assistent weer. Waarmee kan ik je nog helpen?',
  'bot.invalid': 'Dat klopt nog niet helemaal. Kun je het nakijken en opnieuw proberen?',
  'bot.corrected': 'Bedankt, dat is aangepast.',
  'bot.back': 'Terug naar waar we waren.',
  'bot.survey': 'Hoe was de hulp?',
  'bot.surveyThanks': 'Bedankt',
  'bot.yes': 'Ja',
  'bot.no': 'Nee',
});

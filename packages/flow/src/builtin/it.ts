// Written by scripts/writeBuiltin.mjs from flows/builtin.json.
import { plainTexts } from './plainTexts.js';

/** Texts of the built-in flow, it. */
export const it = /* @__PURE__ */ plainTexts({
  greet: 'Ciao. Come posso aiutarti?',
  glad: 'Mi fa piacere che sia stato utile.',
  'bot.automated':
    'Sono l’assistente automatico. Cerco le risposte negli articoli di aiuto, e una persona può subentrare quando vuoi.',
  'bot.hello': 'Ciao. Che cosa vorresti sapere?',
  'bot.thanks': 'Prego. Se ti serve altro, chiedi pure.',
  'bot.bye': 'A presto. Puoi tornare quando vuoi.',
  'bot.fine': 'Bene. Sono qui se ti serve altro.',
  'bot.identity': 'Sono un assistente automatico, non una persona. Se preferisci parlare con qualcuno, basta dirlo.',
  'bot.handoff': 'Certo. Chiedo a una persona di unirsi: vedrà tutto quello che hai scritto qui.',
  'bot.offer': 'Vuoi parlarne con una persona?',
  'bot.offerUnknown': 'Non ho una buona risposta. Se vuoi, può aiutarti una persona.',
  'bot.acknowledge': 'Mi dispiace, capisco che sia stato pesante.',
  'bot.declined': 'Va bene, continuiamo qui.',
  'bot.rephrase': 'Non ho trovato una risposta. Puoi dirlo in un altro modo?',
  'bot.rephraseAgain':
    'Ancora nessuna risposta, mi dispiace. Qualche dettaglio in più aiuterebbe: che cosa stavi facendo e che cosa è successo?',
  'bot.moreDetail': 'Mi dispiace, non era quello. Puoi dirlo in un altro modo o aggiungere qualche dettaglio?',
  'bot.unknown': 'Non ho una risposta. Questo è quanto di più vicino ho trovato.',
  'bot.didYouMean': 'Intendevi una di queste cose?',
  'bot.error': 'Qualcosa è andato storto durante la ricerca. Puoi cercare negli articoli o parlare con una persona.',
  'bot.confirmed': 'Mi fa piacere che sia stato utile. Ti serve altro?',
  'bot.checkIn': 'Ho risposto alla tua domanda?',
  'bot.noOne':
    'In questo momento nessuno può unirsi. Lasciaci un messaggio: conserviamo tutto quello che hai scritto e ti risponderemo.',
  'bot.contactSent': 'Abbiamo ricevuto il tuo messaggio. Ti risponderemo.',
  'bot.returned': 'È di nuovo l’assistente automatico. In che altro posso aiutarti?',
  'bot.invalid': 'C’è ancora qualcosa che non va. Puoi controllare e riprovare?',
  'bot.corrected': 'Grazie, ho corretto.',
  'bot.back': 'Torniamo a dove eravamo.',
  'bot.survey': 'Com’è stato l’aiuto?',
  'bot.surveyThanks': 'Grazie',
  'bot.yes': 'Sì',
  'bot.no': 'No',
});

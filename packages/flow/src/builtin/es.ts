// Written by scripts/writeBuiltin.mjs from flows/builtin.json.
import { plainTexts } from './plainTexts.js';

/** Texts of the built-in flow, es. */
export const es = /* @__PURE__ */ plainTexts({
  greet: 'Hola. ¿En qué puedo ayudarte?',
  glad: 'Me alegra que te haya servido.',
  'bot.automated':
    'Soy el asistente automático. Busco respuestas en los artículos de ayuda, y una persona puede seguir contigo en cuanto lo pidas.',
  'bot.hello': 'Hola. ¿Qué te gustaría saber?',
  'bot.thanks': 'De nada. Si necesitas algo más, pregunta sin problema.',
  'bot.bye': 'Que vaya bien. Puedes volver cuando quieras.',
  'bot.fine': 'Bien. Aquí estoy si surge algo más.',
  'bot.identity': 'Soy un asistente automático, no una persona. Si prefieres hablar con alguien, dímelo.',
  'bot.handoff': 'Claro. Voy a pedir a una persona que se una, y verá todo lo que has escrito aquí.',
  'bot.offer': '¿Quieres hablar de esto con una persona?',
  'bot.offerUnknown': 'No tengo una buena respuesta para esto. Si quieres, puede ayudarte una persona.',
  'bot.acknowledge': 'Lo siento, entiendo que esto ha sido difícil.',
  'bot.declined': 'De acuerdo, seguimos aquí.',
  'bot.rephrase': 'No he encontrado una respuesta. ¿Puedes decirlo de otra manera?',
  'bot.rephraseAgain':
    'Sigo sin encontrarla, lo siento. Ayudaría un poco más de detalle: ¿qué estabas haciendo y qué pasó?',
  'bot.moreDetail': 'Siento no haber acertado. ¿Puedes decirlo de otra manera o dar algún detalle más?',
  'bot.unknown': 'No tengo una respuesta para esto. Esto es lo más parecido que encuentro.',
  'bot.didYouMean': '¿Te refieres a alguna de estas cosas?',
  'bot.error': 'Algo ha fallado mientras buscaba. Puedes buscar en los artículos o hablar con una persona.',
  'bot.confirmed': 'Me alegra que te haya servido. ¿Algo más?',
  'bot.checkIn': '¿Eso ha resuelto tu pregunta?',
  'bot.noOne':
    'Ahora mismo no puede unirse nadie. Déjanos un mensaje: guardamos todo lo que has escrito y te responderemos.',
  'bot.contactSent': 'Hemos recibido tu mensaje. Te responderemos.',
  'bot.returned': 'Vuelvo a ser el asistente automático. ¿En qué más puedo ayudarte?',
  'bot.invalid': 'Parece que todavía hay algo mal. ¿Puedes revisarlo e intentarlo de nuevo?',
  'bot.corrected': 'Gracias, ya está corregido.',
  'bot.back': 'Sigamos donde estábamos.',
  'bot.survey': '¿Qué tal la ayuda?',
  'bot.surveyThanks': 'Gracias',
  'bot.yes': 'Sí',
  'bot.no': 'No',
});

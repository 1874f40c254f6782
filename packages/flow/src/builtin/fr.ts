// Written by scripts/writeBuiltin.mjs from flows/builtin.json.
import { plainTexts } from './plainTexts.js';

/** Texts of the built-in flow, fr. */
export const fr = /* @__PURE__ */ plainTexts({
  greet: 'Bonjour. Comment puis-je vous aider ?',
  glad: 'Tant mieux si cela vous a aidé.',
  'bot.automated':
    'Je suis l’assistant automatique. Je cherche les réponses dans les articles d’aide, et quelqu’un peut prendre le relais dès que vous le souhaitez.',
  'bot.hello': 'Bonjour. Que souhaitez-vous savoir ?',
  'bot.thanks': 'Je vous en prie. Si vous avez une autre question, je suis là.',
  'bot.bye': 'Bonne continuation. Revenez quand vous voulez.',
  'bot.fine': 'Très bien. Je reste là si besoin.',
  'bot.identity':
    'Je suis un assistant automatique, pas une personne. Si vous préférez parler à quelqu’un, dites-le-moi.',
  'bot.handoff':
    'Bien sûr. Je demande à quelqu’un de nous rejoindre, avec tout ce que vous avez écrit ici sous les yeux.',
  'bot.offer': 'Souhaitez-vous en parler avec quelqu’un ?',
  'bot.offerUnknown': 'Je n’ai pas de bonne réponse à cela. Quelqu’un peut vous aider, si vous voulez.',
  'bot.acknowledge': 'Je comprends que ce soit pénible, et nous le regrettons.',
  'bot.declined': 'Très bien, continuons ici.',
  'bot.rephrase': 'Je n’ai pas trouvé de réponse. Pouvez-vous le dire autrement ?',
  'bot.rephraseAgain':
    'Toujours pas de réponse, désolé. Quelques détails aideraient : que faisiez-vous, et que s’est-il passé ?',
  'bot.moreDetail': 'Désolé, ce n’était pas ça. Pouvez-vous reformuler ou donner un peu plus de détails ?',
  'bot.unknown': 'Je n’ai pas de réponse à cela. Voici ce que j’ai de plus proche.',
  'bot.didYouMean': 'Vouliez-vous dire l’une de ces choses ?',
  'bot.error':
    'Un problème est survenu pendant ma recherche. Vous pouvez chercher dans les articles ou parler à quelqu’un.',
  'bot.confirmed': 'Tant mieux si cela vous a aidé. Autre chose ?',
  'bot.checkIn': 'Cela répond-il à votre question ?',
  'bot.noOne':
    'Personne ne peut vous rejoindre pour l’instant. Laissez-nous un message : tout ce que vous avez écrit est conservé, et nous reviendrons vers vous.',
  'bot.contactSent': 'Nous avons bien reçu votre message. Nous reviendrons vers vous.',
  'bot.returned': 'L’assistant automatique est de retour. Que puis-je faire d’autre pour vous ?',
  'bot.invalid': 'Quelque chose ne va pas encore. Pouvez-vous vérifier et réessayer ?',
  'bot.corrected': 'Merci, c’est corrigé.',
  'bot.back': 'Reprenons où nous en étions.',
  'bot.survey': 'Comment s’est passée l’aide ?',
  'bot.surveyThanks': 'Merci',
  'bot.yes': 'Oui',
  'bot.no': 'Non',
});

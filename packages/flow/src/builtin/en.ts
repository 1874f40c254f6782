// Written by scripts/writeBuiltin.mjs from flows/builtin.json.
import { plainTexts } from './plainTexts.js';

/** Texts of the built-in flow, en. */
export const en = /* @__PURE__ */ plainTexts({
  greet: 'Hello. What can I help you with?',
  glad: 'Glad that helped.',
  'bot.automated':
    "I'm the automated assistant. I look for answers in the help articles, and a person can take over whenever you ask.",
  'bot.hello': 'Hello. What would you like to know?',
  'bot.thanks': "You're welcome. Anything else, just ask.",
  'bot.bye': 'Take care. You can come back any time.',
  'bot.fine': "Good. I'm here if something else comes up.",
  'bot.identity': "I'm an automated assistant, not a person. If you'd rather talk to someone, just say so.",
  'bot.handoff': "Of course. I'm asking a person to join, and they will see everything you wrote here.",
  'bot.offer': 'Would you like to talk to a person about this?',
  'bot.offerUnknown': "I don't have a good answer to this. A person can help, if you like.",
  'bot.acknowledge': "I'm sorry, this has clearly been hard on you.",
  'bot.declined': "All right, we'll carry on here.",
  'bot.rephrase': "I didn't find an answer to that. Could you put it another way?",
  'bot.rephraseAgain':
    'Still no answer, sorry. A little more detail would help: what were you doing, and what happened?',
  'bot.moreDetail': 'Sorry that missed. Could you put it another way, or add a bit of detail?',
  'bot.unknown': "I don't have an answer to this. Here is the closest I can find.",
  'bot.didYouMean': 'Did you mean one of these?',
  'bot.error': 'Something went wrong while I was looking. You can search the articles, or talk to a person.',
  'bot.confirmed': 'Glad that helped. Anything else?',
  'bot.checkIn': 'Did that answer your question?',
  'bot.noOne':
    "Nobody can join right now. Leave us a message: everything you wrote is kept, and we'll get back to you.",
  'bot.contactSent': "Your message is with us. We'll get back to you.",
  'bot.returned': 'This is the automated assistant again. What else can I help you with?',
  'bot.invalid': "That doesn't look right yet. Could you check it and try again?",
  'bot.corrected': "Thanks, I've noted that instead.",
  'bot.back': 'Back to where we were.',
  'bot.survey': 'How was the help?',
  'bot.surveyThanks': 'Thank you',
  'bot.yes': 'Yes',
  'bot.no': 'No',
});

import type { Phrases } from './phrases.js';

const bot = '(?:bots?|robots?|chatbots?|machines?|ai|computers?)';
const who =
  '(?:(?:an?|the|some|any|your|another|actual|real|live|human|proper|support|service|sales|customer) )*(?:human(?: being)?|person|people|agents?|rep(?:resentative)?s?|operator|advis[eo]r|someone|somebody|anyone|staff|support|customer (?:service|support|care)|team|manager|supervisor|employee)';

export const en: Phrases = {
  locale: 'en',
  spaced: true,
  request: `(?:talk|speak|chat|escalate)(?:ing)?(?: this| it| directly)? (?:to|with) ${who}|(?:connect|transfer|pass|switch|put|hand|forward|get|give) (?:me|us) (?:over |on |through |back )?(?:to |with )?${who}|(?:want|need|prefer|like|get)(?: to have)? (?:an? )?(?:(?:real|live|actual) )?(?:human|real person|person to help|operator|representative|live (?:agent|person|chat)|agent)|(?:real|live|actual) (?:person|human|agent|rep|representative|operator|people)|human (?:agent|support|help|operator|please)|(?:don ?t|do not|won ?t|hate|stop|tired of|sick of|rather not)(?: want| wanna| to| like)* (?:talk|speak|chat|deal)(?:ing)? (?:to|with)(?: [^ ]+){0,2} ${bot}|(?:no|hate|stop|enough|enough of|don ?t want|do not want)(?: the| an?| this| these| your| stupid| more)* (?:bots?|robots?|chatbots?)`,
  bare: 'humans?|(?:a )?person|operator|representative|live chat',
  notRequest: `human (?:resources|rights|hair|body|size[ds]?)|(?:my|our|your) (?:customers?|users?|clients?|visitors?)(?: can| could| to)* (?:talk|speak|chat)|robot (?:vacuums?|mowers?|arms?|cleaners?)|(?:i ?m|am) not a robot|(?:are you|is this|am i)(?: talking| speaking| chatting)?(?: to| with)? (?:an? )?(?:real |live |actual )?(?:human|person|agent|${bot})|(?:(?:don ?t|do not)(?: really)? (?:want|need|wish|have|like)|no need|rather not|never mind)(?: to| for| be)*(?: (?:talk|speak|chat|connected|transferred)(?:ing)? (?:to|with))? ${who}`,
  ambiguous:
    'agents?|support|contacts?|contact (?:us|you|info|details|number)|help ?desk|customer (?:service|support|care)|phone(?: number)?|call(?: you| me)?|hotline|advis[eo]r|manager|someone|staff|team',
  filler:
    'please|pls|now|how|do|can|could|i|you|to|the|a|an|your|me|my|is|there|want|need|get|where|what|hi|hello|hey|of|with|for|us|in|touch',
  hello:
    '(?:hi|hello|hey|hiya|yo|good (?:morning|afternoon|evening|day)|greetings)(?: there| again| all)?|how are you(?: doing)?',
  thanks:
    '(?:ok |great |perfect )?(?:thanks|thank you|thx|ty|cheers|many thanks|much appreciated)(?: a lot| so much| very much| again)?',
  bye: 'bye(?: bye)?|goodbye|see you|have a (?:nice|good|great) day|good night',
  fine: 'ok|okay|k|cool|great|nice|perfect|got it|i see|alright|good',
  identity:
    'are you (?:an? )?(?:real |live |actual )?(?:human|person|agent|bot|robot|chatbot|machine|ai|real)|is this (?:an? )?(?:real )?(?:bot|chatbot|human|person)(?= $)|am i (?:talking|speaking|chatting) (?:to|with) (?:an? )?(?:real )?(?:human|person|bot|robot|machine|ai|computer)|(?:who|what) are you(?= $)',
  yes: 'y|yes|yeah|yep|yup|sure|yes please|please do|please|it did|that helped|yes it did|ok yes|yes thanks',
  no: 'n|no|nope|nah|no thanks|no thank you|not now|not really|it didn ?t|no it didn ?t|that didn ?t help|didn ?t help|neither|none|none of these|none of them',
  strong:
    'ridiculous|unacceptable|furious|outrageous|disgusting|disgraceful|pathetic|fuck(?:ing|ed)?|wtf|bullshit|worst (?:service|company|support|experience)(?: ever)?|so (?:angry|frustrated|frustrating|upset|annoyed)|i a?m (?:angry|upset|desperate|crying|furious|so mad|panicking)|sick of (?:this|you)|fed up|losing my mind|kill myself|want to die|you people|waste of (?:my )?time|ripped (?:me )?off|stole my money|my lawyer|sue you',
  mild: 'angry|annoying|annoyed|frustrated|frustrating|useless|terrible|awful|horrible|scam|damn|shit|crap|hate|stupid|idiots?|joke|still waiting|upset|desperate|urgent|asap',
  negators: 'not|never|isn ?t|wasn ?t|no',
};

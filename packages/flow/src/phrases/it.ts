import type { Phrases } from './phrases.js';

const bot = '(?:robot|bot|chatbot|macchin[ae]|ia|intelligenza artificiale)';
const who =
  '(?:(?:un|una|uno|il|la|lo|l|vostro|vostra|altro|altra|vero|vera|essere) )*(?:uman[oa]|persona|operatore|operatrice|agente|consulente|addett[oa]|qualcuno|responsabile|assistenza|rappresentante|impiegat[oa])';

export const it: Phrases = {
  locale: 'it',
  spaced: true,
  request: `(?:parlare|parlo|chattare|comunicare|scrivere)(?: direttamente| subito)? (?:con|a) ${who}|(?:passami|passatemi|mi passi|mi passate|mettimi in contatto con|mettetemi in contatto con|collegami con|collegatemi con|trasferiscimi a|trasferitemi a) ${who}|(?:voglio|vorrei|preferisco|mi serve|ho bisogno di)(?: un| una)? (?:uman[oa]|operatore|operatrice|persona vera|persona reale|vera persona|consulente)|(?:persona|operatore) (?:ver[ao]|reale|uman[oa])|(?:vera|reale) persona|assistenza umana|non voglio(?: piu)?(?: parlare| chattare)? con (?:un|il|questo|una|questa|la|l) ${bot}|(?:basta|niente|odio|stufo di|stufa di)(?: con)?(?: questo| questi| questa| il| i)? (?:robot|bot|chatbot)`,
  bare: '(?:un |una )?(?:uman[oa]|persona|operatore|operatrice|consulente)',
  notRequest: `non (?:voglio|serve|mi serve|ho bisogno di)(?: parlare con)? ${who}|(?:sei|e|siete)(?: tu)? (?:un |una )?(?:robot|bot|uman[oa]|persona|macchina)(?: ver[oa]| reale)?|risorse umane|diritti umani|robot (?:aspirapolvere|da cucina|tagliaerba)|miei clienti (?:parlare|chattare)|vostro agente immobiliare`,
  ambiguous:
    'agente|supporto|contatt[oi]|contattarvi|contattare|assistenza(?: clienti)?|servizio clienti|telefono|numero(?: di telefono)?|chiamare|aiuto',
  filler: 'per|favore|come|posso|con|il|la|lo|i|un|una|di|del|vostro|ciao|adesso|ora|vi|e|qual|dove|si|puo',
  hello: 'ciao(?: a tutti)?|salve|buongiorno|buon giorno|buonasera|buona sera|buon pomeriggio|come va',
  thanks: '(?:ok |molte |mille |tante )?grazie(?: mille| tante| molte| infinite)?|ti ringrazio|vi ringrazio',
  bye: 'arrivederci|a presto|buona giornata|buona serata|addio',
  fine: 'ok|va bene|bene|perfetto|ho capito|capito|d accordo|ottimo',
  identity:
    '(?:sei|e|siete)(?: tu)? (?:un |una )?(?:robot|bot|uman[oa]|persona|macchina)(?: ver[oa]| reale)?|chi sei|chi siete',
  yes: 'si|si grazie|si per favore|certo|certamente|volentieri|mi e stato utile|mi ha aiutato',
  no: 'no|no grazie|non mi ha aiutato|non mi e stato utile|nessun[oa]|nessuna di queste|nessuno di questi|non ora|piu tardi|non proprio',
  strong:
    'inaccettabile|vergognoso|vergogna|una vergogna|sono (?:furios[oa]|arrabbiatissim[oa]|disperat[oa]|esasperat[oa])|furios[oa]|truffatori|ladri|merda|cazzo|vaffanculo|peggior(?:e)? (?:servizio|assistenza)|perdita di tempo|mio avvocato|denuncia|vi denuncio|voglio morire|presa in giro|schifo|uno schifo',
  mild: 'arrabbiat[oa]|delus[oa]|frustrat[oa]|irritat[oa]|orribile|terribile|pessim[oa]|truffa|odio|ridicol[oa]|inutile|urgente|stuf[oa]|esasperat[oa]',
  negators: 'non|mai|niente',
};

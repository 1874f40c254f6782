import type { Phrases } from './phrases.js';

const who =
  '(?:(?:einem|einer|einen|eine|ein|dem|der|den|ihrem|eurem|echten?|realen|lebenden|richtigen) )*(?:mensch(?:en)?|person|mitarbeiter(?:in)?s?|berater(?:in)?|agenten?|kundendienst|kundenservice|support|jemand(?:em|en)?|kollegen|sachbearbeiter)';

export const de: Phrases = {
  locale: 'de',
  spaced: true,
  request: `mit ${who}(?: [^ ]+){0,2} (?:sprechen|reden|chatten|schreiben|verbinden|verbunden)|(?:sprechen|reden|chatten|verbinden sie mich|verbinde mich|verbindet mich)(?: bitte)? mit ${who}|(?:echte[rn]?|richtige[rn]?|reale[rn]?) (?:mensch(?:en)?|person|mitarbeiter)|(?:will|mochte|brauche|hatte gern)(?: bitte| gern)? (?:einen? )?(?:menschen|mitarbeiter(?:in)?|berater)|(?:nicht|keine lust)(?: mehr)?(?: zu)?(?: [^ ]+)? mit (?:einem|dem|diesem|einer) (?:bot|roboter|chatbot|maschine|computer|ki)|kein(?:en)? (?:bot|chatbot|roboter)|(?:leiten|leite) (?:sie )?mich (?:bitte )?(?:an|zu) ${who}`,
  bare: 'mensch(?:en)?|mitarbeiter(?:in)?|person',
  notRequest: `(?:nicht|kein(?:en|e)?) mit ${who}(?: [^ ]+)? (?:sprechen|reden)|brauche kein(?:en|e)? (?:menschen|mitarbeiter|berater)|(?:bist du|sind sie|ist das) (?:ein |eine )?(?:echter? )?(?:mensch|bot|roboter|person|maschine|ki)|(?:saug|mah) ?roboter`,
  ambiguous:
    'agent|support|kontakt|kontaktieren|kundenservice|kundendienst|hotline|telefon(?:nummer)?|anrufen|berater|hilfe',
  filler:
    'bitte|wie|kann|ich|sie|euch|den|die|der|das|mit|zu|ist|ihre|eure|ein|eine|hallo|jetzt|aufnehmen|erreiche|erreichen',
  hello: 'hallo(?: zusammen)?|hi|hey|guten (?:tag|morgen|abend)|moin|servus|gruss gott|gruezi',
  thanks: '(?:vielen |herzlichen |ok )?dank(?:e)?(?: schon| sehr| dir| ihnen| euch)?|dankeschon',
  bye: 'tschuss|auf wiedersehen|bis bald|ciao|schonen tag(?: noch)?',
  fine: 'ok|okay|gut|alles klar|super|prima|verstanden|passt',
  identity:
    '(?:bist du|sind sie|ist das) (?:ein |eine )?(?:echter? )?(?:mensch|bot|roboter|person|maschine|ki)|wer bist du|wer sind sie',
  yes: 'ja|ja bitte|gerne|gern|jawohl|klar|hat geholfen|ja hat geholfen',
  no: 'nein|nein danke|nee|ne|nicht wirklich|hat nicht geholfen|keine davon|keins davon',
  strong:
    'unverschamt(?:heit)?|frechheit|unfassbar|katastrophe|eine zumutung|stinksauer|so wutend|bin (?:wutend|sauer|verzweifelt)|es reicht|mir reicht s|schnauze voll|verarscht?|scheisse?|scheiss|abzocke(?:r)?|betruger|anwalt|anzeige erstatten|zeitverschwendung|schlechteste[rs]?|will sterben',
  mild: 'wutend|sauer|verargert|arger(?:lich)?|nervig|nervt|enttauscht|schrecklich|furchtbar|unmoglich|betrug|verdammt|mist|hasse|dumm|dringend|verzweifelt',
  negators: 'nicht|nie|kein|keine',
};

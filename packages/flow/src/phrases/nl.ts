import type { Phrases } from './phrases.js';

const bot = '(?:robot|robots|bot|bots|chatbot|chatbots|machine|computer|ai)';
const who =
  '(?:(?:een|de|het|n|jullie|uw|echte?|levende?|iemand van) )*(?:mens|persoon|medewerk(?:er|ster)|klantenservice|iemand|adviseur|agent|collega|helpdesk|manager|leidinggevende|support)';

export const nl: Phrases = {
  locale: 'nl',
  spaced: true,
  request: `met ${who}(?: [^ ]+){0,2} (?:praten|spreken|chatten|bellen|verbinden|overleggen)|(?:praten|spreken|chatten|praat|spreek|verbind me|verbind mij|verbindt u mij)(?: graag| direct)? met ${who}|${who} (?:spreken|aan de lijn)|(?:verbind|verbinden|doorverbinden|zet)(?: me| mij)?(?: door)?(?: met| naar) ${who}|(?:wil|wilt|graag|liever|heb|geef)(?: me| mij| graag)?(?: een)? (?:echt mens|echte persoon|mens|medewerk(?:er|ster))(?: nodig| spreken)?|(?:echte?|levende?) (?:mens|persoon|medewerk(?:er|ster))|(?:niet|geen zin)(?: meer)?(?: om)? met (?:een|de|deze|die) ${bot}|(?:geen|stop met|genoeg van|haat)(?: die| de| deze)? (?:bots?|robots?|chatbots?)`,
  bare: '(?:een )?(?:mens|medewerk(?:er|ster)|persoon|iemand)',
  notRequest: `(?:niet|geen) met ${who}(?: [^ ]+)? (?:praten|spreken|chatten)|(?:hoef|wil|heb)(?: ik)? geen (?:mens|medewerk(?:er|ster)|persoon)|(?:ben je|bent u|ben jij|is dit)(?: een)? (?:echte? |echt )?(?:mens|bot|robot|persoon|machine)|robot(?:stofzuiger|maaier)|geen robot ben|ik ben geen robot|mensenrechten|personeelszaken`,
  ambiguous:
    'agent|support|contact|contact opnemen|klantenservice|klantendienst|helpdesk|telefoon(?:nummer)?|bellen|nummer|hulp|adviseur',
  filler:
    'alstublieft|alsjeblieft|aub|ajb|hoe|kan|kun|ik|je|u|jullie|de|het|een|met|van|met|is|wat|waar|hallo|nu|graag|opnemen',
  hello:
    'hallo|hoi|hey|hai|dag|goedemorgen|goedemiddag|goedenavond|goede(?:n)? (?:morgen|middag|avond|dag)|hoe gaat het',
  thanks:
    '(?:ok |oke |heel erg )?(?:bedankt|dankjewel|dank je(?: wel)?|dank u(?: wel)?|thanks|dankuwel|hartelijk dank)(?: hoor| voor de hulp)?',
  bye: 'doei|tot ziens|dag hoor|tot later|fijne dag(?: nog)?|doeg',
  fine: 'ok|oke|goed|prima|top|mooi|begrepen|is goed|duidelijk|helder',
  identity:
    '(?:ben je|bent u|ben jij|is dit)(?: een)? (?:echte? |echt )?(?:mens|bot|robot|persoon|machine)|wie ben je|wie bent u',
  yes: 'ja|ja graag|ja hoor|graag|jazeker|zeker|ja dat hielp|dat hielp',
  no: 'nee|nee bedankt|nee dank je|nee hoor|niet echt|dat hielp niet|geen van deze|geen van allen|nu niet|later|geen',
  strong:
    'onacceptabel|schandalig|schande|belachelijk|ik ben (?:woedend|razend|boos|wanhopig)|woedend|razend|oplichters?|dieven|klote|godverdomme|verdomme|slechtste (?:service|bedrijf)|tijdverspilling|mijn advocaat|aangifte|wil dood|zat ben|spuugzat|om te huilen',
  mild: 'boos|kwaad|geirriteerd|irritant|teleurgesteld|gefrustreerd|vreselijk|verschrikkelijk|waardeloos|oplichting|haat|stom|dringend|spoed|wanhopig',
  negators: 'niet|nooit|geen',
};

import type { Phrases } from './phrases.js';

const bot = '(?:botem|robotem|chatbotem|maszyna|automatem|komputerem|sztuczna inteligencja|ai)';
const who =
  '(?:(?:zywym|zywa|prawdziwym|prawdziwa|waszym|jakims|jakas|realna) )*(?:czlowiekiem|człowiekiem|osoba|konsultantem|konsultantka|pracownikiem|kims|doradca|agentem|operatorem|kierownikiem|przedstawicielem|obsługa klienta)';

export const pl: Phrases = {
  locale: 'pl',
  spaced: true,
  request: `(?:rozmawiac|porozmawiac|rozmowa|rozmowe|pogadac|pisac|czatowac|skontaktowac sie|połaczyc(?: sie)?|połacz(?:cie)?(?: mnie)?|połaczenie)(?: prosze)? z ${who}|(?:przełacz|przełaczcie|przekieruj|prosze przełaczyc|prosze połaczyc)(?: mnie)?(?: prosze)? (?:do|na|z) (?:konsultant(?:a|em|ki|ka)|człowieka|pracownika|doradcy|człowiekiem)|(?:chce|potrzebuje|wole|prosze|poprosze)(?: o)? (?:zywego |prawdziwego )?(?:człowieka|konsultanta|konsultantke|pracownika|doradce|operatora)|(?:zywy|prawdziwy|zywego|prawdziwego) (?:człowiek|człowieka|konsultant|konsultanta)|nie chce(?: juz)? (?:rozmawiac|gadac|pisac) z (?:tym )?${bot}|(?:dosc|nienawidze|zadnych)(?: tego| tych)? (?:botow|bota|robota|chatbota|chatbotow)`,
  bare: 'człowiek|człowieka|konsultanta?|pracownik|operator|konsultantka|zywy człowiek',
  notRequest: `nie (?:chce|musze|potrzebuje)(?: juz)?(?: rozmawiac)?(?: z)? (?:${who}|człowieka|konsultanta|pracownika)|(?:jestes|czy to|to)(?: jest)? (?:prawdziwym |prawdziwy )?(?:botem|robotem|człowiekiem|człowiek|bot|robot)|nie jestem robotem|robot (?:sprzatajacy|kuchenny|koszacy)|praw(?:a|) człowieka|zasoby ludzkie`,
  ambiguous:
    'agent|kontakt|skontaktowac|konsultacja|obsługa klienta|obsługi klienta|bok|pomoc techniczna|wsparcie|telefon|numer(?: telefonu)?|infolinia|zadzwonic|pomoc',
  filler: 'prosze|jak|moge|mozna|sie|z|do|o|na|wami|was|jest|jaki|gdzie|dzien|dobry|teraz|chce|mam',
  hello: 'dzien dobry|czesc|hej|witam|witaj|dobry wieczor|siema|halo',
  thanks:
    '(?:ok |bardzo |wielkie )?(?:dziekuje|dzieki|dzieki wielkie|dziekuje bardzo|dziekuje slicznie)(?: za pomoc| bardzo)?',
  bye: 'do widzenia|pa|na razie|do zobaczenia|miłego dnia|dobranoc|zegnam',
  fine: 'ok|okej|dobrze|dobra|super|swietnie|rozumiem|jasne|w porzadku',
  identity:
    '(?:jestes|czy to)(?: jest)? (?:prawdziwym |prawdziwy )?(?:botem|robotem|człowiekiem|człowiek|bot|robot)|kim jestes',
  yes: 'tak|tak prosze|tak poprosze|jasne|oczywiscie|pewnie|pomogło|tak pomogło|tak dziekuje',
  no: 'nie|nie dziekuje|nie pomogło|to nie pomogło|zadne|zadne z tych|zadna|nie teraz|pozniej|raczej nie',
  strong:
    'skandal|niedopuszczalne|karygodne|zenada|bezczelnosc|jestem (?:wsciekł[ya]|zrozpaczon[ya]|załamany|załamana)|wsciekł[ya]|oszusci|złodzieje|kurwa|gowno|cholera jasna|najgorsz[ya] (?:obsługa|firma)|strata czasu|moj prawnik|prokuratur[ay]|uokik|mam dosc|chce umrzec|kpina|kpiny',
  mild: 'zł[ya]|zdenerwowan[ya]|wkurzon[ya]|rozczarowan[ya]|sfrustrowan[ya]|okropn[yea]|straszn[yea]|beznadziejn[yea]|oszustwo|nienawidze|glupi|pilne|fatalnie|masakra',
  negators: 'nie|nigdy',
};

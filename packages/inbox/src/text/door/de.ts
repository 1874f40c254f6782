import type { DoorTexts } from './en.js';

/** Words of the door. */
export const door: DoorTexts = {
  welcome: 'Im Posteingang anmelden',
  welcomeHint: 'Fügen Sie den Anmeldelink oder seinen Code ein. Er gilt einmal, danach erkennt Sie dieser Browser.',
  code: 'Anmeldelink oder Code',
  enter: 'Anmelden',
  entering: 'Anmeldung läuft',
  whereCode: 'Ihr Administrator erstellt auf dem Server einen Link für Sie.',
  codeShape: 'Das ist kein Anmeldelink oder Code. Er beginnt mit „hs_“.',
  codeEmpty: 'Fügen Sie zuerst den Link oder Code ein.',
  codeUnknown:
    'Dieser Code wurde schon benutzt, ist zu alt oder gehört zu einem anderen Server. Bitten Sie um einen neuen Link; jeder gilt einmal.',
  codeExpired: 'Dieser Code ist zu alt. Bitten Sie um einen neuen Link.',
  tooMany: 'Zu viele Versuche von hier. Warten Sie eine Minute und versuchen Sie es dann erneut.',
  signedOut: 'Sie sind abgemeldet: Dieser Server kennt Ihre Sitzung nicht mehr. Verwenden Sie einen neuen Link.',
  removed: 'Ihr Zugang wurde entfernt. Fragen Sie Ihren Administrator.',
  oldVersion: 'Der Posteingang ist älter als der Server. Laden Sie diese Seite neu.',
  serverRefused: 'Der Server lehnt ab: {reason}',
  noServer: 'Der Server antwortet nicht. Wir versuchen es weiter.',
};

import type { DoorTexts } from './en.js';

/** Words of the door. */
export const door: DoorTexts = {
  welcome: 'Se connecter à la boîte de réception',
  welcomeHint: 'Collez le lien de connexion ou son code. Il sert une fois, puis ce navigateur vous reconnaît.',
  code: 'Lien de connexion ou code',
  enter: 'Se connecter',
  entering: 'Connexion en cours',
  whereCode: 'Votre administrateur crée un lien pour vous sur le serveur.',
  codeShape: 'Ce n’est pas un lien de connexion ni un code. Il commence par « hs_ ».',
  codeEmpty: 'Collez d’abord le lien ou le code.',
  codeUnknown:
    'Ce code a déjà servi, est trop ancien ou vient d’un autre serveur. Demandez un nouveau lien ; chacun sert une fois.',
  codeExpired: 'Ce code est trop ancien. Demandez un nouveau lien.',
  tooMany: 'Trop d’essais depuis ici. Attendez une minute, puis réessayez.',
  signedOut: 'Vous êtes déconnecté : ce serveur ne connaît plus votre session. Utilisez un nouveau lien.',
  removed: 'Votre accès a été retiré. Adressez-vous à votre administrateur.',
  oldVersion: 'La boîte de réception est plus ancienne que le serveur. Rechargez cette page.',
  serverRefused: 'Le serveur a refusé : {reason}',
  noServer: 'Le serveur ne répond pas. Nous réessayons.',
};

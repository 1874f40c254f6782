import type { DoorTexts } from './en.js';

/** Words of the door. */
export const door: DoorTexts = {
  welcome: 'Entra en la bandeja',
  welcomeHint: 'Pega el enlace de acceso o su código. Sirve una vez y después este navegador te recuerda.',
  code: 'Enlace de acceso o código',
  enter: 'Entrar',
  entering: 'Entrando',
  whereCode: 'Tu administrador crea un enlace para ti en el servidor.',
  codeShape: 'Eso no es un enlace de acceso ni un código. Empieza por «hs_».',
  codeEmpty: 'Pega primero el enlace o el código.',
  codeUnknown:
    'Este código ya se usó, es demasiado antiguo o es de otro servidor. Pide un enlace nuevo; cada uno sirve una vez.',
  codeExpired: 'Este código es demasiado antiguo. Pide un enlace nuevo.',
  tooMany: 'Demasiados intentos desde aquí. Espera un minuto y vuelve a intentarlo.',
  signedOut: 'Se ha cerrado tu sesión: este servidor ya no la conoce. Usa un enlace nuevo.',
  removed: 'Se ha retirado tu acceso. Pregunta a tu administrador.',
  oldVersion: 'La bandeja es más antigua que el servidor. Recarga esta página.',
  serverRefused: 'El servidor lo rechazó: {reason}',
  noServer: 'El servidor no responde. Seguimos intentándolo.',
};

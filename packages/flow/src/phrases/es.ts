import type { Phrases } from './phrases.js';

const who =
  '(?:(?:a|con|un|una|el|la|al|algun|alguna|verdadera|verdadero) )*(?:humano|persona|ser humano|agente|asesora?|operadora?|representante|alguien|atencion al cliente|soporte|encargado|supervisora?|ejecutivo)';

export const es: Phrases = {
  locale: 'es',
  spaced: true,
  request: `(?:hablar|hablo|chatear|conversar|comunicarme|comunicar)(?: directamente)? con ${who}|(?:pasame|paseme|paseme|comuniqueme|comunicame|conectame|conecteme|transfiereme|transfierame|ponme|pongame) (?:a |con )?${who}|(?:quiero|necesito|prefiero|quisiera)(?: a| ver| contactar)? (?:un|una) (?:humano|persona(?: real)?|agente|asesora?|operadora?|representante)|(?:persona|humano|agente) (?:real|de verdad|humano)|no (?:quiero|deseo)(?: mas)? (?:hablar|chatear|tratar) con (?:un|el|este|una|la) (?:robot|bot|chatbot|maquina|ia)|(?:no mas|basta de|harto de|harta de|odio)(?: este| estos| los| el)? (?:robots?|bots?|chatbots?)`,
  bare: '(?:un |una )?(?:humano|persona|operadora?|representante|asesora?)',
  notRequest: `no (?:quiero|necesito|hace falta)(?: hablar con)? ${who}|(?:eres|es usted|es esto) (?:un |una )?(?:robot|bot|humano|persona|maquina)(?: real)?|recursos humanos|derechos humanos|robot (?:aspirador|aspiradora|de cocina|cortacesped)`,
  ambiguous:
    'agente|soporte|contacto|contactar(?:los|les)?|atencion al cliente|servicio al cliente|telefono|numero(?: de telefono)?|llamar|ayuda|asistencia',
  filler: 'por|favor|como|puedo|con|el|la|los|un|una|de|su|hola|ahora|ustedes|es|cual|donde',
  hello: 'hola|buenas|buenos dias|buenas (?:tardes|noches)|que tal|hey',
  thanks: '(?:ok |muchas |mil |vale )?gracias(?: a ti| a usted)?|muy amable',
  bye: 'adios|hasta luego|chao|hasta pronto|nos vemos|buen dia',
  fine: 'ok|vale|bien|de acuerdo|perfecto|entendido|genial|listo',
  identity: '(?:eres|es usted|es esto) (?:un |una )?(?:robot|bot|humano|persona|maquina)(?: real)?|quien eres',
  yes: 'si|si por favor|claro|si gracias|por supuesto|me sirvio|si me ayudo',
  no: 'no|no gracias|no me ayudo|no me sirvio|ninguno|ninguna|ninguno de estos|ahora no|la verdad no',
  strong:
    'inaceptable|indignante|indignado|indignada|una verguenza|estoy (?:furioso|furiosa|harto|harta|enojado|enojada|desesperado|desesperada)|furioso|furiosa|estafadores|ladrones|mierda|carajo|joder|puta|me robaron|peor servicio|perdida de tiempo|mi abogado|denunciar(?:los)?|es el colmo|quiero morir|una burla',
  mild: 'enojado|enojada|molesto|molesta|enfadado|enfadada|frustrado|frustrada|decepcionado|horrible|terrible|pesimo|pesima|estafa|odio|ridiculo|inutil|urgente|harto|harta',
  negators: 'no|nunca|nada',
};

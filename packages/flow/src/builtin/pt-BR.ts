// Written by scripts/writeBuiltin.mjs from flows/builtin.json.
import { plainTexts } from './plainTexts.js';

/** Texts of the built-in flow, pt-BR. */
export const ptBR = /* @__PURE__ */ plainTexts({
  greet: 'Olá. Como posso ajudar?',
  glad: 'Que bom que ajudou.',
  'bot.automated':
    'Sou o assistente automático. Procuro respostas nos artigos de ajuda, e uma pessoa pode assumir quando você pedir.',
  'bot.hello': 'Olá. O que você gostaria de saber?',
  'bot.thanks': 'De nada. Se precisar de mais alguma coisa, é só perguntar.',
  'bot.bye': 'Até mais. Volte quando quiser.',
  'bot.fine': 'Certo. Estou aqui se surgir mais alguma coisa.',
  'bot.identity': 'Sou um assistente automático, não uma pessoa. Se preferir falar com alguém, é só dizer.',
  'bot.handoff': 'Claro. Vou chamar uma pessoa, que vai ver tudo o que você escreveu aqui.',
  'bot.offer': 'Você quer falar com uma pessoa sobre isso?',
  'bot.offerUnknown': 'Não tenho uma boa resposta para isso. Se quiser, uma pessoa pode ajudar.',
  'bot.acknowledge': 'Sinto muito, dá para ver que isso foi difícil.',
  'bot.declined': 'Tudo bem, vamos continuar por aqui.',
  'bot.rephrase': 'Não encontrei uma resposta para isso. Pode dizer de outro jeito?',
  'bot.rephraseAgain':
    'Ainda não encontrei, desculpe. Um pouco mais de detalhe ajudaria: o que você estava fazendo e o que aconteceu?',
  'bot.moreDetail': 'Desculpe, não era isso. Pode dizer de outro jeito ou dar mais algum detalhe?',
  'bot.unknown': 'Não tenho uma resposta para isso. Isto é o mais próximo que encontrei.',
  'bot.didYouMean': 'Você quis dizer uma destas opções?',
  'bot.error': 'Algo deu errado durante a busca. Você pode procurar nos artigos ou falar com uma pessoa.',
  'bot.confirmed': 'Que bom que ajudou. Mais alguma coisa?',
  'bot.checkIn': 'Isso respondeu à sua pergunta?',
  'bot.noOne':
    'Ninguém pode entrar na conversa agora. Deixe uma mensagem: tudo o que você escreveu fica guardado, e vamos responder.',
  'bot.contactSent': 'Sua mensagem chegou. Vamos responder.',
  'bot.returned': 'Aqui é o assistente automático de novo. Em que mais posso ajudar?',
  'bot.invalid': 'Parece que ainda há algo errado. Pode conferir e tentar de novo?',
  'bot.corrected': 'Obrigado, já corrigi.',
  'bot.back': 'Voltando ao que estávamos fazendo.',
  'bot.survey': 'Como foi o atendimento?',
  'bot.surveyThanks': 'Agradecemos',
  'bot.yes': 'Sim',
  'bot.no': 'Não',
});

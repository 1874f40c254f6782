import type { Phrases } from './phrases.js';

const bot = '(?:robos?|bots?|chatbots?|maquinas?|ia|inteligencia artificial)';
const who =
  '(?:(?:um|uma|o|a|algum|alguma|seu|sua|vosso|outro|outra|ser) )*(?:humano|pessoa|atendente|agente|operadora?|representante|alguem|gente|supervisora?|gerente|responsavel|funcionari[oa]|suporte|atendimento)';

export const ptBR: Phrases = {
  locale: 'pt-BR',
  spaced: true,
  request: `(?:falar|conversar|fala|tratar)(?: diretamente| agora)? com ${who}|me (?:passa|passe|transfere|transfira|conecta|conecte|coloca|coloque|liga|ligue)(?: para| pra| com| a| em contato com)* ${who}|(?:passe|transfira|conecte) me (?:para|com|a) ${who}|(?:chama|chame) ${who}(?= por favor| para mim| $)|(?:quero|preciso|prefiro|queria|gostaria)(?: de)?(?: um| uma)? (?:humano|atendente|pessoa real|pessoa de verdade|operadora?)|(?:pessoa|atendente|gente|humano) (?:real|de verdade|humano)|atendimento humano|nao quero(?: mais)?(?: falar| conversar)?(?: com)?(?: um| uma| o| esse| este)? ${bot}|(?:chega|cansei|odeio|cansado|cansada)(?: de)?(?: falar com)?(?: esse| este| o| um| esses)? ${bot}`,
  bare: '(?:um |uma )?(?:humano|pessoa|atendente|operadora?|representante)',
  notRequest: `(?:nao|sem) (?:quero|preciso|precisa)(?: de)?(?: falar com)? ${who}|(?:voce|isso|ai)(?: e)? (?:um |uma )?(?:robo|bot|humano|pessoa|maquina)(?: real| de verdade)?|recursos humanos|direitos humanos|robo (?:aspirador|de cozinha|cortador)|meus (?:clientes|usuarios) (?:falar|conversar)`,
  ambiguous:
    'agente|suporte|contato|contatar|atendimento(?: ao cliente)?|sac|telefone|numero(?: de telefone)?|ligar|ajuda|assistencia',
  filler: 'por|favor|como|posso|com|o|a|os|um|uma|de|do|da|seu|oi|ola|agora|voces|e|qual|onde|entrar|em|para',
  hello: 'oi|ola|opa|bom dia|boa (?:tarde|noite)|e ai|tudo (?:bem|bom)',
  thanks: '(?:ok |muito |muita )?(?:obrigad[oa]|obg|valeu|grat[oa])(?: pela ajuda| mesmo| demais)?',
  bye: 'tchau|ate (?:logo|mais|breve)|adeus|tenha um bom dia',
  fine: 'ok|okay|ta bom|ta|beleza|certo|entendi|perfeito|otimo|blz',
  identity: '(?:voce|isso)(?: e)? (?:um |uma )?(?:robo|bot|humano|pessoa|maquina)(?: real| de verdade)?|quem e voce',
  yes: 'sim|sim por favor|claro|quero sim|isso|com certeza|sim obrigad[oa]|ajudou|ajudou sim|pode ser',
  no: 'nao|nao obrigad[oa]|nao ajudou|nao me ajudou|nenhum|nenhuma|nenhuma dessas|nenhum desses|agora nao|depois|na verdade nao',
  strong:
    'inaceitavel|absurdo|um absurdo|vergonha|vergonhoso|estou (?:furios[oa]|revoltad[oa]|indignad[oa]|desesperad[oa])|furios[oa]|revoltad[oa]|indignad[oa]|golpistas?|ladroes|palhacada|merda|porra|caralho|fui roubad[oa]|pior (?:atendimento|servico|empresa)|perda de tempo|meu advogado|procon|reclame aqui|quero morrer|descaso',
  mild: 'irritad[oa]|chatead[oa]|decepcionad[oa]|frustrad[oa]|raiva|horrivel|pessim[oa]|terrivel|golpe|odeio|ridiculo|inutil|urgente|nervos[oa]|lixo',
  negators: 'nao|nunca|nem',
};

import type { Phrases } from './phrases.js';

const who =
  '(?:(?:a|avec|un|une|le|la|l|du|de|votre|vrai|vraie|veritable) )*(?:humain|personne|etre humain|conseill(?:er|ere)|agent|operateur|operatrice|quelqu un|service client|responsable|technicien|collegue)';

export const fr: Phrases = {
  locale: 'fr',
  spaced: true,
  request: `(?:parler|discuter|echanger|communiquer|tchatter|chatter)(?: directement)? (?:a|avec|au) ${who}|(?:passez|passe|transferez|transfere|mettez|connectez) moi(?: en relation| en contact)? ?(?:a |avec |au )?${who}|(?:veux|voudrais|souhaite|besoin d|prefere)(?: joindre| contacter| avoir)? (?:un|une) (?:vrai |vraie )?(?:humain|conseiller|conseillere|agent|personne|operateur)|(?:vrai|vraie) (?:humain|personne|conseiller)|agent humain|(?:veux|voudrais|envie de)? ?(?:pas|plus|marre de)(?: de)? (?:parler|discuter) (?:a|avec) (?:un|ce|votre|une) (?:robot|bot|chatbot|machine|ia)|(?:marre|assez) (?:de ce|du|des|de vos|de votre) (?:robots?|bots?|chatbots?)|pas de (?:robot|bot|chatbot)`,
  bare: '(?:un |une )?(?:humain|conseiller|conseillere|operateur|vraie personne)',
  notRequest: `(?:pas|sans)(?: besoin)?(?: de| d)? (?:parler|discuter) (?:a|avec) ${who}|pas besoin d (?:un|une) (?:conseiller|agent|humain|personne)|(?:es tu|etes vous|est ce|c est)(?: que)? (?:un |une )?(?:robot|bot|humain|vraie personne|machine)|ressources humaines|droits humains|robot (?:aspirateur|de cuisine|cuiseur|tondeuse)`,
  ambiguous:
    'agent|support|contact(?:er)?|vous contacter|nous contacter|service client|sav|telephone|numero(?: de telephone)?|appeler|assistance|conseil',
  filler: 's il vous plait|svp|stp|comment|je|peux|puis|vous|le|la|les|un|une|de|du|votre|bonjour|est|quel|maintenant',
  hello: 'bonjour|bonsoir|salut|coucou|hello|bonjour a tous|ca va',
  thanks: '(?:ok |super |parfait )?merci(?: beaucoup| bien| a vous| infiniment)?',
  bye: 'au revoir|a bientot|bonne journee|bonne soiree|adieu',
  fine: 'ok|d accord|bien|tres bien|super|parfait|compris|entendu',
  identity:
    '(?:es tu|etes vous|est ce|c est)(?: que)? (?:un |une )?(?:robot|bot|humain|vraie personne|machine)|qui etes vous|qui es tu',
  yes: 'oui|oui merci|oui s il vous plait|ouais|volontiers|bien sur|ca m a aide',
  no: 'non|non merci|pas vraiment|ca ne m a pas aide|aucun|aucune|aucun de ceux la|pas maintenant',
  strong:
    'inadmissible|inacceptable|scandaleux|honteux|une honte|je suis furieu(?:x|se)|furieu(?:x|se)|hors de moi|ras le bol|ras le cul|j en ai marre|y en a marre|arnaqueurs?|voleurs?|putain|merde|foutez|se foutre|pire service|perte de temps|mon avocat|porter plainte|desespere|je veux mourir|vous vous moquez',
  mild: 'enerve|enervee|enervant|colere|decu|decue|nul|nulle|arnaque|horrible|catastrophe|ridicule|deteste|stupide|urgent|lamentable',
  negators: 'pas|jamais|aucune',
};

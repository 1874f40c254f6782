const names = (list: string) => list.split(' ');

/** Commands the panel does; its code is fetched for them. */
export const PANEL_COMMANDS = names(
  'open toggle navigate search openArticle ask newConversation openConversation sendMessage requestHuman rate submitSurvey setTheme setLocale',
);

/** Commands that wait until there is a client. */
export const SAID_COMMANDS = names(
  'setAttributes prefill track page suggest setConversationAttributes addTags removeTags setConsent',
);

/** Commands that stand until they are taken back. */
export const STANDING_COMMANDS = names('on once use registerTool');

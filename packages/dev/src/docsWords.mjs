/** Words for generated tables where the code has a name but no sentence. A missing entry is a problem of the check. */

/** Kinds of log events. */
export const EVENT_WORDS = {
  started: 'The conversation begins, with the story so far.',
  message: 'Something was said.',
  note: 'A note for the team. A visitor sees `hidden` in its place.',
  owner: 'The owner changed, or is asked to change.',
  vote: 'The customer’s verdict on an answer of the bot.',
  form: 'The contact form.',
  survey: 'The customer’s rating after the end.',
  closed: 'The conversation ended.',
  reopened: 'It goes on after all.',
};

/** Events of `createHandrail`. */
export const CLIENT_EVENT_WORDS = {
  error: 'Something failed. `code` is one of the error codes.',
  connection: 'The state of the connection changed.',
  availability: 'The server said whether a person can come.',
  open: 'A screen, such as the panel, opened.',
  close: 'It closed.',
  viewchange: 'It shows another view.',
  unread: 'The number of messages not read changed.',
  search: 'A search found articles, and stood for `searchSettle`.',
  'search:empty': 'A search found nothing, and nobody typed on.',
  'article:view': 'An article was opened.',
  'article:vote': 'An article was rated.',
  'conversation:start': 'A conversation began in this page.',
  'conversation:end': 'A conversation ended.',
  'message:sent': 'A message of the customer was taken; the outbox keeps it until the log has it.',
  'message:received': 'An agent wrote.',
  'message:failed': 'A message was refused for good.',
  'bot:answer': 'The bot answered from an article.',
  'bot:noanswer': 'The bot had no answer.',
  'bot:vote': 'An answer of the bot was rated.',
  'bot:resolved': 'A question counts as resolved: `confirmed` by a vote, `assumed` after silence.',
  'handoff:requested': 'The conversation went into the queue.',
  'handoff:accepted': 'An agent took it.',
  'handoff:failed': 'Nobody can come; `$contact` opens the form.',
  'handoff:returned': 'The agent gave the conversation back to the bot.',
  'form:submitted': 'The contact form was sent.',
  identity: 'Who the customer is, or how far that is known, changed; `null` after a sign-out.',
  'bot:action': 'Something an `action` step names was done by the page or the server, or failed.',
  'token:expired': 'The session of a known customer ran out before there was another.',
  'survey:shown': 'The flow asks for a score.',
  'survey:submitted': 'The customer gave a score: to the flow, or after the end.',
};

const DAY = 'Open times of this day. A day without an entry is closed.';

/** Settings, by their path; wins over the comment in the schema. */
export const CONFIG_WORDS = {
  sites: 'The sites this server serves.',
  'sites[].id': 'Name of the site in addresses: `/w/<id>.js`, `/k/<id>/`.',
  'sites[].widget': 'What the pages of the site may know; it travels inside the script.',
  'sites[].widget.launcher': 'The round button.',
  'sites[].widget.launcher.offset': 'Distance from the corner; both numbers are given.',
  'sites[].widget.launcher.offset.x': 'Pixels from the side. Default 24.',
  'sites[].widget.launcher.offset.y': 'Pixels from the bottom. Default 24.',
  'sites[].widget.launcher.zIndex': 'Layer of the widget in the page. Default 2147483000.',
  'sites[].widget.launcher.hidden': 'Default `false`. `true`: no button; the page opens the panel itself.',
  'sites[].hours': 'When people answer. Default: always.',
  'sites[].hours.mon': DAY,
  'sites[].hours.tue': DAY,
  'sites[].hours.wed': DAY,
  'sites[].hours.thu': DAY,
  'sites[].hours.fri': DAY,
  'sites[].hours.sat': DAY,
  'sites[].hours.sun': DAY,
  'sites[].model.url':
    'Where an OpenAI-compatible API begins, such as `https://api.openai.com/v1`; `/chat/completions` is added.',
  'sites[].model.name': 'The model’s name, as the API knows it.',
  'sites[].model.headers': 'Headers that are sent; `$` and a name in braces is filled from the server’s environment.',
  'sites[].model.voice': 'How it should write, in your words. Default: plain and short.',
  'sites[].model.private': '`true`: the API may stand in a private network. Default `false`.',
  'sites[].model.timeout': 'Seconds in which nothing comes of it, after which the answer is quoted. Default 8.',
  'sites[].model.retries':
    'Times a request that failed before anything came of it is made again, within `timeout`. Default 1.',
  'sites[].model.passages': 'Sections it is given at most. Default 6. More know more, cost more and take longer.',
  'sites[].model.answerTokens': 'Tokens of one answer at most. Default 600.',
  'sites[].model.support':
    'Share of a sentence’s words that must stand in the sections it names. Default 0.5. Higher lets fewer wordings through; 0 leaves only numbers and addresses to be checked.',
  'sites[].model.perMinute': 'Answers one address may ask for per minute. Default 10.',
  'sites[].model.perDay': 'Answers per day, in the zone of the site’s hours. Default 1000. Later ones are quoted.',
  'sites[].model.tokensPerDay': 'Tokens per day, as the API counts them. Default 2,000,000. Later answers are quoted.',
  'sites[].teams':
    'Teams a flow or a page may ask first; see [Teams](handoff.md#teams). Default: none, everybody is asked.',
  'sites[].teams[].id': 'Name in flows and in `agents[].teams`.',
  'sites[].teams[].name': 'What agents see.',
  'sites[].handoff': 'What the server does while customers and agents wait, in minutes; 0 is never.',
  'sites[].handoff.askAfter': 'In the queue so long: asked whether to wait on or leave a message. Default 5.',
  'sites[].handoff.askAgain': 'In the queue so long: asked once more. Default 10.',
  'sites[].handoff.sameAgent': 'Back within so many minutes: meant for the agent who was there. Default 5.',
  'sites[].handoff.teamFirst':
    'So long only the team that a conversation is for is asked, while one of them is here; then everybody. Default 2.',
  'sites[].handoff.agentGone': 'The agent is without connection so long: back to the queue. Default 3.',
  'sites[].handoff.firstResponse': 'Target for the first answer of a person, in business hours. Default 5.',
  'sites[].handoff.nextResponse': 'Target for every later one, in business hours. Default 10.',
  'sites[].handoff.stillWithYou':
    'The agent is silent so long: the customer is told that somebody is there. Default 5.',
  'sites[].handoff.stillThere': 'The customer is silent so long: asked whether they are still there. Default 15.',
  'sites[].handoff.idleClose': 'The customer is silent so long: the conversation is closed as `idle`. Default 30.',
  'sites[].replyHours':
    'Usual hours until a left message is answered; shown beside the contact form. Default: not said.',
  'sites[].flow': 'Path of a flow definition. It is checked at the start; pages run it.',
  'agents[].id': 'Name for `handrail sign-in <id>`; part of the log.',
  'agents[].role': 'Default `agent`. An `admin` also sees the [results](results.md).',
  'agents[].capacity': 'Conversations they answer at once; with so many they count as busy. Default 10.',
  'agents[].teams': 'Teams of their site they are in, by id; see [Teams](handoff.md#teams). Default: none.',
  'agents[].site': 'Site this person answers for. Default: the first.',
  limits: 'Any of the [limits](protocol.md#limits). Default: the numbers there.',
};

/** A median and the ninth tenth by nearest rank, in milliseconds; `null` of nothing. */
export interface Times {
  readonly count: number;
  readonly median: number | null;
  readonly p90: number | null;
}

/** What figures are made from, counted over a stretch of time. */
export interface Results {
  /** Help sessions reported by pages, and those in which an answer or article was shown. */
  readonly sessions: number;
  readonly withAnswer: number;
  readonly confirmed: number;
  readonly assumed: number;
  readonly abandoned: number;
  /** Of the sessions: those with the bot, and those of them nobody was asked for in. */
  readonly chats: number;
  readonly contained: number;
  /** Conversations in which a person was asked for, and of them those the customer left before one came. */
  readonly requested: number;
  readonly leftQueue: number;
  /** Conversations with a message left that never waited for a person. */
  readonly messagesLeft: number;
  readonly firstResponse: Times;
  readonly resolution: Times;
  /** Closed conversations a person took part in: each asks for a score. */
  readonly surveys: number;
  readonly rated: number;
  readonly satisfied: number;
}

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
  /** Sessions in which an article of an earlier one was shown again. */
  readonly again: number;
  readonly firstResponse: Times;
  /** When persons were asked for and first answered, of the same conversations. */
  readonly responses: readonly Response[];
  readonly resolution: Times;
  /** Closed conversations a person took part in: each asks for a score. */
  readonly surveys: number;
  readonly rated: number;
  readonly satisfied: number;
  /** Surveys of flows. */
  readonly flowSurveys: FlowSurveys;
}

/** A request for a person and the first answer. */
export interface Response {
  readonly requestedAt: number;
  readonly answeredAt: number;
}

/** Scores given to surveys of flows. */
export interface FlowSurveys {
  /** Surveys shown, and those of them that were answered. */
  readonly shown: number;
  readonly answered: number;
  /** Satisfaction: how many, and 4 or 5. */
  readonly csat: number;
  readonly csatGood: number;
  /** Effort: how many, 5 to 7, and the sum. */
  readonly ces: number;
  readonly cesGood: number;
  readonly cesSum: number;
  /** Recommendation: how many, 9 and 10, 0 to 6. */
  readonly nps: number;
  readonly promoters: number;
  readonly detractors: number;
}

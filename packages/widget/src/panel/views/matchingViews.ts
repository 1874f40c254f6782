import { Matching } from '../parts/Matching.js';

/** The part of the chat that is fetched when a first question is being typed. */
export const matchingViews = { Matching, css: [] };

/** Views of the matching articles' file. */
export type MatchingViews = typeof matchingViews;

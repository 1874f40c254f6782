import queueCss from '../../theme/queue.css?inline';
import { QueueCard } from '../parts/QueueCard.js';

/** The part of the panel that is fetched when somebody waits for a person. */
export const queueViews = { QueueCard, css: [queueCss] };

/** Views of the queue's file. */
export type QueueViews = typeof queueViews;

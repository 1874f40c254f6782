import { Announcements } from '../parts/Announcements.js';
import { ChatMenu } from '../parts/ChatMenu.js';

/** The part of the chat that is fetched once something was said: reading it out, and what to do with it. */
export const talkViews = { Announcements, ChatMenu, css: [] };

/** Views of that file. */
export type TalkViews = typeof talkViews;

/** What goes along with conversations and is not needed to have one. */
export { checkArguments } from './checkArguments.js';
export { watchConversations } from './watchConversations.js';

export { openLink } from './openLink.js';
export { showMessage } from './showMessage.js';
export { update } from './update.js';
export { watchRules } from './watchRules.js';

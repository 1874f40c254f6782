export { begin } from './begin.js';
export { openLink } from './openLink.js';
export { showMessage } from './showMessage.js';
export { update } from './update.js';

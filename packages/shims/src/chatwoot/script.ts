import { installFromScript } from '../installFromScript.js';
import { installChatwoot } from './installChatwoot.js';

installFromScript((widget, options) => {
  installChatwoot(widget, options);
  // A page that runs it in the script's `onload` has run it already then; the second time nothing happens.
  (window as { chatwootSDK?: { run(): void } }).chatwootSDK?.run();
});

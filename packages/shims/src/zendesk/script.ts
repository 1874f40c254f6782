import { installFromScript } from '../installFromScript.js';
import { installZendesk } from './installZendesk.js';

installFromScript(installZendesk);

import { installFromScript } from '../installFromScript.js';
import { installIntercom } from './installIntercom.js';

installFromScript(installIntercom);

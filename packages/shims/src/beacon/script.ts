import { installFromScript } from '../installFromScript.js';
import { installBeacon } from './installBeacon.js';

installFromScript(installBeacon);

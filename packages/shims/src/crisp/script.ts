import { installFromScript } from '../installFromScript.js';
import { installCrisp } from './installCrisp.js';

installFromScript(installCrisp);

import { openFirefox } from './openFirefox.js';
import { smoke } from './smoke.js';

smoke('firefox', openFirefox);

import { openWebKit } from './openWebKit.js';
import { smoke } from './smoke.js';

smoke('webkit', openWebKit);

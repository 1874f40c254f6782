import './search.js';
import './talk.js';

import './article.js';
import './search.js';
import './talk.js';
import './contact.js';

export { getHandrail } from './getHandrail.js';
export { getHandrailStores, type HandrailStores } from './getHandrailStores.js';
export { type HandrailWidgetOptions, handrailWidget } from './handrailWidget.js';
export { onHandrailEvent } from './onHandrailEvent.js';
export { type HandrailSource, setHandrail } from './setHandrail.js';

import { defineHandrailWidget } from './defineHandrailWidget.js';

defineHandrailWidget();

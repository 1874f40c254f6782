import { createWidget } from '../createWidget.js';
import { type HandrailGlobal, takeQueue } from './queue.js';
import { readScriptTag } from './readScriptTag.js';

const { warn } = globalThis.console;

function boot() {
  const site = typeof __HANDRAIL_SITE__ === 'undefined' ? undefined : __HANDRAIL_SITE__;
  const options = readScriptTag(document.currentScript as HTMLScriptElement | null, site, warn);
  if (!options) return;
  const start = () => takeQueue(window as { Handrail?: HandrailGlobal }, createWidget(options), warn);
  if (document.body) start();
  else document.addEventListener('DOMContentLoaded', start, { once: true });
}

boot();

import type { Tree } from '@handrail/content';
import type { FlowDefinition, FlowStep } from './schema.js';

/** Texts of one locale: a safe token tree by text key. */
export type FlowTexts = Readonly<Record<string, Tree>>;

/** A validated flow whose texts are parsed. This is what {@link step} runs and what the page loads. */
export interface PublishedFlow
  extends Pick<FlowDefinition, 'version' | 'locales' | 'start' | 'home' | 'settings' | 'variables' | 'intents'> {
  readonly steps: Readonly<Record<string, FlowStep>>;
  /** Address of what tells the intents apart, relative to the flow's own. Default: they are entered by their own words only. */
  readonly model?: string;
  /** By locale. A page may load only the locale it shows; a missing one falls back to the first that is there. */
  readonly texts: Readonly<Record<string, FlowTexts>>;
}

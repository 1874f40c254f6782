export { builtinFlow } from './builtin/builtinFlow.js';
export { type BuiltinLocale, createBuiltinFlow } from './builtin/createBuiltinFlow.js';
export { cardBlocks, sayText } from './cardBlocks.js';
export { type Band, chooseBand } from './chooseBand.js';
export { createStep, type Step } from './createStep.js';
export { recogniseDistress } from './distress.js';
export type {
  ButtonItem,
  CardItem,
  CardsItem,
  ChoiceItem,
  FieldItem,
  FlowEffect,
  PictureItem,
  ScaleItem,
  SurveyKind,
} from './effects.js';
export type { Found } from './findPhrase.js';
export {
  type Availability,
  type Candidate,
  type FailingEffect,
  type FlowInput,
  type IntentCandidate,
  LATER,
  NO,
  NONE,
  YES,
} from './inputs.js';
export { allPhrases } from './phrases/allPhrases.js';
export { phraseLocales } from './phrases/phraseLocales.js';
export type { Phrases } from './phrases/phrases.js';
export { pickLocale } from './pickLocale.js';
export type { FlowTexts, PublishedFlow } from './publishedFlow.js';
export { type ContactReason, describeReason, type PersonReason, reasons } from './reasons.js';
export { type PersonRequest, recogniseRequest } from './requests.js';
export type { FlowDefinition, FlowStep, FlowValue, GivenSettings } from './schema.js';
export { defaultSettings, type FlowSettings, resolveSettings } from './settings.js';
export { type FlowState, type StandingOffer, type StartOptions, start } from './state.js';
export { step } from './step.js';

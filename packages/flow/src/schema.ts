export type { CardButton, CardsCard, FlowCard } from './schema/cards.js';
export type { Condition } from './schema/conditions.js';
export { type FlowDefinition, FlowDefinitionSchema, FlowOutlineSchema, FORMAT } from './schema/definition.js';
export { type GivenSettings, SettingsSchema } from './schema/settings.js';
export {
  type BranchCase,
  type FlowStep,
  type FormField,
  type StepOf,
  stepSchemas,
} from './schema/steps.js';
export type { FlowValue } from './schema/values.js';

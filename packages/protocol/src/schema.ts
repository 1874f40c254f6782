export { type Explanation, explain } from './explain.js';
export { CLIENT_FRAMES, ClientFrameSchema, HelloSchema } from './frames/client.js';
export { SERVER_FRAMES } from './frames/server.js';
export { CLIENT_FRAME_WORDS, SERVER_FRAME_WORDS } from './frames/words.js';
export {
  ActionResultSchema,
  AgentGrantSchema,
  AnswerSchema,
  FileLinkSchema,
  IdentifySchema,
  IdentityGrantSchema,
  NewVisitorSchema,
  PollSchema,
  PostedSchema,
  ProblemBodySchema,
  RefreshSchema,
  RevokeSchema,
  RunActionSchema,
  SignInSchema,
  VisitorGrantSchema,
} from './http.js';
export { AttachmentSchema } from './records/attachment.js';
export { AvailabilitySchema } from './records/availability.js';
export { ConversationSchema } from './records/conversation.js';
export { BODIES, LogEventSchema, SERVER_BODIES } from './records/event.js';
export { HandoffConfigSchema } from './records/handoffConfig.js';
export { FIGURES, OutcomeReportSchema, ReportQuerySchema, ReportSchema } from './records/outcome.js';
export { HoursSchema, SiteConfigSchema, WidgetConfigSchema } from './records/siteConfig.js';
export { StorySchema } from './records/story.js';
export { AskAnswerSchema, WrittenEventSchema } from './records/written.js';

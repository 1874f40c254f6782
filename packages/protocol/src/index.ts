export { CLOSE_CODES, type CloseCode, type CloseCodeNumber, mayComeBack } from './closeCodes.js';
export { conversationNumber } from './conversationNumber.js';
export { decodeServerFrame, encode } from './encode.js';
export { ERROR_CODES, type ErrorCode, type ErrorCodeName } from './errorCodes.js';
export { CLIENT_ERROR_MEANINGS, ERROR_MEANINGS } from './errorMeanings.js';
export type { ClientFrame, ClientFrameKind, Hello, Send } from './frames/client.js';
export type {
  AgentTeam,
  DeskNote,
  Problem,
  Resume,
  ServerFrame,
  ServerFrameKind,
  Welcome,
  You,
} from './frames/server.js';
export type {
  ActionResult,
  AgentGrant,
  Answer,
  FileLink,
  Identify,
  IdentityGrant,
  NewVisitor,
  Poll,
  Posted,
  Refresh,
  Revoke,
  RunAction,
  SignIn,
  VisitorGrant,
} from './http.js';
export { createIds, type IdSource } from './ids.js';
export { DEFAULT_LIMITS, type Limits } from './limits.js';
export type { ActionConfig, ActionInput } from './records/actionConfig.js';
export type { Attachment } from './records/attachment.js';
export type { Availability } from './records/availability.js';
export type { AgentCard, Conversation, Marks } from './records/conversation.js';
export type {
  BodyOf,
  Contact,
  EnteredKind,
  EventKind,
  LogEvent,
  Owner,
  OwnerReason,
  Sender,
  StoredBody,
} from './records/event.js';
export type { HandoffConfig } from './records/handoffConfig.js';
export type { ModelConfig } from './records/modelConfig.js';
export type { Figure, Outcome, OutcomeReport, Report } from './records/outcome.js';
export type { Hours, IdentityConfig, IdentityKey, SiteConfig, Team, WidgetConfig } from './records/siteConfig.js';
export type {
  ArticleRead,
  Attribute,
  FlowAnswer,
  NamedValue,
  Page,
  PageVisit,
  SearchMade,
  Source,
  Story,
  TrackedEvent,
  Turn,
  Vote,
  VoteReason,
} from './records/story.js';
export type { AskAnswer, WrittenEvent, WrittenResult } from './records/written.js';
export { PROTOCOL_VERSION, PROTOCOL_VERSIONS } from './version.js';

import { expect, test } from 'vitest';
import * as protocol from './index.js';
import * as schema from './schema.js';

test('exports', () => {
  expect(Object.keys(protocol).sort()).toMatchInlineSnapshot(`
    [
      "CLIENT_ERROR_MEANINGS",
      "CLOSE_CODES",
      "DEFAULT_LIMITS",
      "ERROR_CODES",
      "ERROR_MEANINGS",
      "PROTOCOL_VERSION",
      "PROTOCOL_VERSIONS",
      "conversationNumber",
      "createIds",
      "decodeServerFrame",
      "encode",
      "mayComeBack",
    ]
  `);
});

test('exports of ./schema', () => {
  expect(Object.keys(schema).sort()).toMatchInlineSnapshot(`
    [
      "ActionResultSchema",
      "AgentGrantSchema",
      "AnswerSchema",
      "AskAnswerSchema",
      "AttachmentSchema",
      "AvailabilitySchema",
      "BODIES",
      "CLIENT_FRAMES",
      "CLIENT_FRAME_WORDS",
      "ClientFrameSchema",
      "ConversationSchema",
      "FIGURES",
      "FileLinkSchema",
      "HandoffConfigSchema",
      "HelloSchema",
      "HoursSchema",
      "IdentifySchema",
      "IdentityGrantSchema",
      "LogEventSchema",
      "NewVisitorSchema",
      "OutcomeReportSchema",
      "PollSchema",
      "PostedSchema",
      "ProblemBodySchema",
      "RefreshSchema",
      "ReportQuerySchema",
      "ReportSchema",
      "RevokeSchema",
      "RunActionSchema",
      "SERVER_BODIES",
      "SERVER_FRAMES",
      "SERVER_FRAME_WORDS",
      "SignInSchema",
      "SiteConfigSchema",
      "StorySchema",
      "VisitorGrantSchema",
      "WidgetConfigSchema",
      "WrittenEventSchema",
      "explain",
    ]
  `);
});

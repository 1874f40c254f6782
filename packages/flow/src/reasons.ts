/** Why a person was offered or asked for. The list is closed and part of the public face. */
export type PersonReason =
  | 'request'
  | 'ambiguous'
  | 'notUnderstood'
  | 'repeated'
  | 'negativeVotes'
  | 'noVotes'
  | 'distress'
  | 'error'
  | 'model'
  | 'flow';

/** Why the contact form opens instead of a conversation with a person. */
export type ContactReason = 'away' | 'offline' | 'failed';

/** Every reason with what it means, in plain English. */
export const reasons: Readonly<Record<PersonReason | ContactReason, string>> = {
  request: 'The customer asked for a person.',
  ambiguous: 'The customer may have asked for a person.',
  notUnderstood: 'The bot did not understand, and asking to rephrase did not help.',
  repeated: 'The customer said the same thing several times.',
  negativeVotes: 'The customer said more than once that the answer did not help.',
  noVotes: 'Many bot turns passed without the customer saying that one helped.',
  distress: 'The customer sounds angry or upset.',
  error: 'The answer could not be fetched.',
  model: 'The language model asked for a person through its handoff tool.',
  flow: 'The flow has a handoff step here.',
  away: 'Nobody is free at the moment.',
  offline: 'Nobody works at this hour.',
  failed: 'The handoff could not be made.',
};

/** What a reason means, in one plain English sentence: for the agent's screen, logs and reports. */
export function describeReason(reason: PersonReason | ContactReason): string {
  return reasons[reason];
}

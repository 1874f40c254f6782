import { Fragment } from 'preact';
import type { Notice } from '../state/line.js';
import type { Text } from '../text/createText.js';
import type { TextKey } from '../text/en.js';
import { useText } from '../text/TextContext.js';
import { Icon, type IconName } from './Icon.js';
import { scoreKey } from './ScoreFace.js';

const ICONS: Readonly<Record<Notice['what'], IconName>> = {
  queued: 'person',
  handedOver: 'person',
  joined: 'person',
  leftQueue: 'clock',
  returned: 'mark',
  closed: 'check',
  wasIdle: 'check',
  askedLongWait: 'clock',
  toldStillHere: 'clock',
  askedStillThere: 'clock',
  reopened: 'open',
  rated: 'face4',
};

/** Things that happened, in words on one line. */
export function NoticesLine({ notices, me }: { notices: readonly Notice[]; me: string }) {
  const text = useText();
  const first = notices[0];
  return (
    <li class="notice">
      {first && <Icon name={ICONS[first.what]} size={18} />}
      <span>
        {notices.map((notice, index) => (
          <Fragment key={notice.id}>
            {index > 0 && <span aria-hidden="true"> · </span>}
            <span title={text.full(notice.at)}>{words(notice, me, text)}</span>
          </Fragment>
        ))}
      </span>
    </li>
  );
}

function words(notice: Notice, me: string, text: Text): string {
  const time = text.time(notice.at);
  switch (notice.what) {
    case 'joined':
      if (notice.agent?.id === me) return text.t('youJoined', { time });
      return text.t('joined', { name: notice.agent?.name ?? '', time });
    case 'rated':
      return text.t('rated', { score: text.t(scoreKey(notice.score ?? 3)), time });
    case 'closed':
      return text.t('wasClosed', { time });
    case 'reopened':
      return text.t('wasReopened', { time });
    case 'handedOver':
      return `${text.t('handedOver', { time })} (${text.t(`asked_${notice.reason ?? 'flow'}` as TextKey)})`;
    default:
      return text.t(notice.what, { time, ...(notice.name ? { name: notice.name } : {}) });
  }
}

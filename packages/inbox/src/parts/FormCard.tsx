import { textLinks } from '@handrail/content';
import type { Contact } from '@handrail/protocol';
import { safeAddress } from '../state/safeAddress.js';
import { useText } from '../text/TextContext.js';
import { Icon } from './Icon.js';
import { Time } from './Time.js';
import { Inlines } from './TreeView.js';

/** The form a customer left to be answered later, field by field. */
export function FormCard({ contact, at }: { contact: Contact; at: number }) {
  const text = useText();
  return (
    <li class="form-card">
      <p class="form-head">
        <Icon name="mail" />
        <strong>{text.t('formTitle')}</strong> <Time at={at} />
      </p>
      <FormFields contact={contact} />
    </li>
  );
}

/** The fields as facts. */
export function FormFields({ contact }: { contact: Contact }) {
  const text = useText();
  const mail = safeAddress(`mailto:${contact.email}`);
  return (
    <dl class="facts">
      <dt>{text.t('email')}</dt>
      <dd>{mail ? <a href={mail}>{contact.email}</a> : contact.email}</dd>
      {contact.name && (
        <>
          <dt>{text.t('name')}</dt>
          <dd>
            <bdi>{contact.name}</bdi>
          </dd>
        </>
      )}
      {contact.order && (
        <>
          <dt>{text.t('order')}</dt>
          <dd>
            <bdi>{contact.order}</bdi>
          </dd>
        </>
      )}
      <dt>{text.t('message')}</dt>
      <dd class="written" dir="auto">
        <Inlines nodes={textLinks(contact.text)} />
      </dd>
    </dl>
  );
}

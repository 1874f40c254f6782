import type { CallWidget } from './widgetFace.js';

/** Fields of the contact form. */
const FIELDS = ['name', 'email', 'order', 'text'] as const;

/** What a page has, before it is known what of it can be told. */
export type About = Readonly<Record<string, unknown>>;

/** What is told of one source: attributes for the team, and what the contact form begins with. */
interface Told {
  readonly attributes: Readonly<Record<string, string | number | boolean>>;
  readonly form: Readonly<Record<string, string>>;
}

/** What the page said without a signature. The widget is told of changes only. */
export interface Said {
  /** Instead of what was said of the customer before. */
  ofCustomer(about: About): void;
  /** Beside what was said before; `null` takes one back. Wins over what was said of the customer. */
  attributes(given: About): void;
  /** Beside what was filled in before; fields the form does not have are named in a warning. */
  form(given: About): void;
  /** Takes back what `form` filled in. */
  clearForm(): void;
  /** Takes everything back. */
  forget(): void;
}

const NOTHING: Told = { attributes: {}, form: {} };

/** @param warn told of what is not passed on */
export function keepSaid(call: CallWidget, warn: (text: string) => void): Said {
  let customer = NOTHING;
  let page = NOTHING;

  function become(nextCustomer: Told, nextPage: Told) {
    const before = [customer, page] as const;
    customer = nextCustomer;
    page = nextPage;
    const changeOf = (part: keyof Told) =>
      change({ ...before[0][part], ...before[1][part] }, { ...customer[part], ...page[part] });
    const attributes = changeOf('attributes');
    if (attributes) call('setAttributes', attributes);
    const form = changeOf('form');
    // An empty text takes a field back.
    if (form)
      call(
        'prefill',
        mapValues(form, value => String(value ?? '')),
      );
  }

  /** Texts, numbers and booleans of it; the rest is named. */
  function tellable(given: About): Told['attributes'] {
    const known = Object.entries(given).filter(([, value]) => value !== null && value !== undefined);
    const [fit, unfit] = split(known, ([, value]) => ['string', 'number', 'boolean'].includes(typeof value));
    if (unfit.length > 0) warn(`not passed on, for it is no text, number or boolean: ${namesOf(unfit)}.`);
    return Object.fromEntries(fit) as Told['attributes'];
  }

  return {
    ofCustomer(about) {
      const attributes = tellable(about);
      const form = Object.entries(attributes).filter(([name]) => name === 'name' || name === 'email');
      become({ attributes, form: mapValues(Object.fromEntries(form), String) }, page);
    },
    attributes(given) {
      const kept = Object.entries(page.attributes).filter(([name]) => !Object.hasOwn(given, name));
      become(customer, { ...page, attributes: { ...Object.fromEntries(kept), ...tellable(given) } });
    },
    form(given) {
      const [fit, unfit] = split(Object.entries(given), ([name]) => (FIELDS as readonly string[]).includes(name));
      if (unfit.length > 0) warn(`the contact form has no such field: ${namesOf(unfit)}.`);
      const form = mapValues(tellable(Object.fromEntries(fit)), String);
      become(customer, { ...page, form: { ...page.form, ...form } });
    },
    clearForm: () => become(customer, { ...page, form: {} }),
    forget: () => become(NOTHING, NOTHING),
  };
}

/** What is other in `after`, `null` for what is not there any more; `null` when nothing is. */
function change<V>(before: Readonly<Record<string, V>>, after: Readonly<Record<string, V>>) {
  const names = Object.keys({ ...before, ...after }).filter(name => before[name] !== after[name]);
  return names.length > 0 ? Object.fromEntries(names.map(name => [name, after[name] ?? null])) : null;
}

function mapValues<V, W>(record: Readonly<Record<string, V>>, map: (value: V) => W): Record<string, W> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));
}

function split<T>(all: readonly T[], fits: (one: T) => boolean): [fit: T[], unfit: T[]] {
  return [all.filter(fits), all.filter(one => !fits(one))];
}

const namesOf = (entries: readonly [string, unknown][]) => entries.map(([name]) => name).join(', ');

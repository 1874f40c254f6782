// The cart. It lives in this browser only; nodes are built, never parsed, so the page's policy can forbid the rest.
const BIKES = {
  'city-one': { name: 'City One', price: 890, stage: 'sky' },
  'tour-nine': { name: 'Tour Nine', price: 1690, stage: 'brick' },
  'cargo-max': { name: 'Cargo Max', price: 4290, stage: 'straw' },
  'ebike-volt': { name: 'E-bike Volt', price: 2890, stage: 'mist' },
};
const KEY = 'northwind-cart';
const euros = new Intl.NumberFormat('en', { style: 'currency', currency: 'EUR', minimumFractionDigits: 0 });

function read() {
  try {
    const lines = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(lines) ? lines.filter(line => Object.hasOwn(BIKES, line.bike)) : [];
  } catch {
    return [];
  }
}

function write(lines) {
  try {
    localStorage.setItem(KEY, JSON.stringify(lines));
  } catch {
    // Without storage the cart lasts as long as the page.
  }
  show(lines);
}

function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

function line({ bike, size, colour }, at, lines) {
  const { name, price, stage } = BIKES[bike];
  const remove = element('button', { class: 'link small', type: 'button', 'aria-label': `Remove ${name}` }, 'Remove');
  remove.addEventListener('click', () => write(lines.filter((_, other) => other !== at)));
  const image = element('img', { src: `/images/${bike}.svg`, alt: '', width: '800', height: '500' });
  const text = element('div', {}, element('h3', {}, element('a', { href: `/products/${bike}.html` }, name)));
  const choice = [size && `Size ${size}`, colour].filter(Boolean).join(' · ');
  text.append(element('p', { class: 'quiet small' }, choice), remove);
  return element(
    'li',
    {},
    element('div', { class: `stage ${stage}` }, image),
    text,
    element('p', { class: 'price' }, euros.format(price)),
  );
}

function show(lines) {
  for (const count of document.querySelectorAll('.count'))
    count.textContent = lines.length > 0 ? String(lines.length) : '';
  const list = document.querySelector('[data-cart]');
  if (!list) return;
  const total = lines.reduce((sum, { bike }) => sum + BIKES[bike].price, 0);
  list.replaceChildren(...lines.map(line));
  document.querySelector('[data-empty]').hidden = lines.length > 0;
  document.querySelector('[data-full]').hidden = lines.length === 0;
  for (const node of document.querySelectorAll('[data-total]')) node.textContent = euros.format(total);
}

const lines = read();
const asked = new URLSearchParams(location.search);
const bike = asked.get('add') ?? '';
if (Object.hasOwn(BIKES, bike)) {
  lines.push({ bike, size: (asked.get('size') ?? '').slice(0, 12), colour: (asked.get('colour') ?? '').slice(0, 24) });
  history.replaceState(null, '', location.pathname);
  write(lines);
} else show(lines);

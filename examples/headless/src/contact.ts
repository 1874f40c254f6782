import { client, element } from './client.js';

const form = element<HTMLFormElement>('contact');
const email = element<HTMLInputElement>('email');
const about = element<HTMLTextAreaElement>('about');
const [problem, left] = [element('contact-problem'), element('left')];

client.$contact.subscribe(contact => {
  form.hidden = contact === null;
  if (!contact) return;
  const known = client.$prefill.get();
  left.textContent = problem.textContent = '';
  email.value ||= known.email ?? '';
  about.value = [contact.text, client.$draft.get() || known.text].filter(Boolean).join('\n');
  email.focus();
});
element('leave').addEventListener('click', () => void client.openContact());
element('no-contact').addEventListener('click', () => {
  client.closeContact();
  element('leave').focus();
});
form.addEventListener('submit', event => {
  event.preventDefault();
  void leave();
});

async function leave() {
  const wrong = !email.value.includes('@') ? email : about.value.trim() === '' ? about : null;
  problem.textContent = wrong === email ? 'Where can we answer you?' : wrong === about ? 'What is it about?' : '';
  wrong?.focus();
  if (wrong) return;
  try {
    await client.leaveMessage({ email: email.value, text: about.value });
    client.closeContact();
    left.textContent = 'We have it, and answer by e-mail.';
  } catch (error) {
    problem.textContent = error instanceof Error ? error.message : String(error);
  }
}

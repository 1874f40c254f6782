import { h, ref } from 'vue';

const SAID_MS = 2000;

/** Code with a button that copies it, and says so. */
export const CodeToCopy = {
  props: { title: { type: String, required: true }, text: { type: String, required: true } },
  setup(props) {
    const said = ref('');
    const copy = async () => {
      said.value = await navigator.clipboard.writeText(props.text).then(
        () => 'Copied',
        () => 'The browser did not allow it',
      );
      setTimeout(() => {
        said.value = '';
      }, SAID_MS);
    };
    return () =>
      h('div', { class: 'code-to-copy' }, [
        h('div', { class: 'bar' }, [
          h('span', { class: 'title' }, props.title),
          h('span', { role: 'status' }, said.value),
          h('button', { type: 'button', 'aria-label': `Copy: ${props.title}`, onClick: copy }, 'Copy'),
        ]),
        h('pre', { tabindex: 0 }, h('code', props.text)),
      ]);
  },
};

import { useData } from 'vitepress';
import DefaultTheme from 'vitepress/theme-without-fonts';
import { h, onMounted, watch } from 'vue';
import './style.css';

/** Calls the widget, which may still be on its way: the queue of the install page. */
function handrail(...call) {
  window.Handrail ??= (...later) => {
    window.Handrail.q ??= [];
    window.Handrail.q.push(later);
  };
  window.Handrail(...call);
}

const searchButton = () =>
  h('button', { type: 'button', class: 'ask-handrail', onClick: () => handrail('open', 'home') }, [
    'Search',
    h('span', ' and ask'),
  ]);

export default {
  extends: DefaultTheme,
  Layout: {
    setup() {
      const { isDark } = useData();
      const follow = () => handrail('setTheme', isDark.value ? 'dark' : 'light');
      onMounted(() => watch(isDark, follow, { immediate: true }));
      return () => h(DefaultTheme.Layout, null, { 'nav-bar-content-before': searchButton });
    },
  },
};

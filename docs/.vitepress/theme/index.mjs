import { useData } from 'vitepress';
import DefaultTheme from 'vitepress/theme-without-fonts';
import { h, onMounted, watch } from 'vue';
import { handrail } from './handrail.mjs';
import { Playground } from './playground/Playground.mjs';
import './playground/playground.css';
import './style.css';

const searchButton = () =>
  h('button', { type: 'button', class: 'ask-handrail', onClick: () => handrail('open', 'home') }, [
    'Search',
    h('span', ' and ask'),
  ]);

export default {
  extends: DefaultTheme,
  Layout: {
    setup() {
      const { isDark, page } = useData();
      const playground = () => (page.value.relativePath === 'playground.md' ? h(Playground) : null);
      const follow = () => handrail('setTheme', isDark.value ? 'dark' : 'light');
      onMounted(() => watch(isDark, follow, { immediate: true }));
      return () =>
        h(DefaultTheme.Layout, null, { 'nav-bar-content-before': searchButton, 'doc-footer-before': playground });
    },
  },
};

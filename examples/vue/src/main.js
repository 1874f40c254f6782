import { webStorage } from '@handrail/core';
import { handrail } from '@handrail/vue';
import { createApp } from 'vue';
import Chat from './Chat.vue';

const options = {
  server: 'http://localhost:4400',
  site: 'demo',
  environment: { storage: webStorage(() => localStorage) },
};

createApp(Chat).use(handrail, { options }).mount('#app');

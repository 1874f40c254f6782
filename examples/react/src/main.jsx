import { webStorage } from '@handrail/core';
import { HandrailProvider } from '@handrail/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Chat } from './Chat.jsx';

const options = {
  server: 'http://localhost:4400',
  site: 'demo',
  environment: { storage: webStorage(() => localStorage) },
};

createRoot(document.getElementById('app')).render(
  <StrictMode>
    <HandrailProvider options={options}>
      <Chat />
    </HandrailProvider>
  </StrictMode>,
);

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { Bikes, Cart } from './pages.jsx';
import { Shop } from './Shop.jsx';

const router = createBrowserRouter(
  [
    {
      element: <Shop />,
      children: [
        { path: '/', element: <Bikes /> },
        { path: '/cart', element: <Cart /> },
      ],
    },
  ],
  { basename: new URL('.', document.baseURI).pathname },
);

createRoot(document.getElementById('app')).render(
  <StrictMode>
    <RouterProvider router={router} />
  </StrictMode>,
);

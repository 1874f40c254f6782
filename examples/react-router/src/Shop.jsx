import { HandrailWidget } from '@handrail/react';
import { Outlet } from 'react-router';

const config = { name: 'Bikes', locales: ['en'] };

/** Around every screen: what is mounted here stays while the screens take each other's place. */
export function Shop() {
  return (
    <>
      <Outlet />
      <HandrailWidget server="http://localhost:4400" site="demo" config={config} />
    </>
  );
}

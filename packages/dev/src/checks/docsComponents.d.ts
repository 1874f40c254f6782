/** Components beside the one that is shown. */
declare module '*.vue' {
  const component: import('vue').Component;
  export default component;
}
declare module '*.svelte';

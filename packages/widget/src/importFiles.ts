type PanelFile = typeof import('./panel/mount.js');
type MoreFile = typeof import('./more/index.js');

const fetchFile = <T>(assets: string | undefined, file: string) =>
  import(/* @vite-ignore */ (assets || './') + file) as Promise<T>;

/** The panel's code, once. @param assets address of the folder with the widget's files */
export function importPanel(assets: string | undefined): Promise<PanelFile> {
  if (__PANEL_FILE__ === null) return import('./panel/mount.js');
  return fetchFile(assets, __PANEL_FILE__);
}

/** What the launcher does beside the panel and seldom: changing options, greetings. */
export function importMore(assets: string | undefined): Promise<MoreFile> {
  if (__MORE_FILE__ === null) return import('./more/index.js');
  return fetchFile(assets, __MORE_FILE__);
}

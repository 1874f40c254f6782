/** Line drawings on a 24 px grid, one stroke width, drawn at 20 px: those of the first paint. */
export const firstDrawings = {
  back: 'M19 12H5m6-7-7 7 7 7',
  close: 'm6 6 12 12M18 6 6 18',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Zm5-1.5L20 20',
  doc: 'M7 3.5h6.5L18 8v11a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 6 19V4.5a1 1 0 0 1 1-1ZM13.5 3.5V8H18M9 12h6M9 15.5h4',
  next: 'm9 5.5 6.5 6.5L9 18.5',
  person: 'M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM5 20.5c.6-3.4 3.400-5.500 7-5.500s6.400 2.100 7 5.500',
  mark: 'M3.500 16.500h3l10-9h4M8 15.200V20M15 9v11',
  enter: 'M19 6v6H6m4-4-4 4 4 4',
} as const;

/** Drawings of what can be kept. */
export const fileDrawings = {
  download: 'M12 4v11m-5-5 5 5 5-5M5 19.500h14',
} as const;

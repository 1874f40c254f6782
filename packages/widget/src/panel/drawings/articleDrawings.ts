/** Drawings only an article needs. */
export const articleDrawings = {
  widen: 'M14.500 4H20v5.500M20 4l-6 6M9.500 20H4v-5.500M4 20l6-6',
  narrow: 'M20 4l-6 6m0-5v5h5M4 20l6-6m0 5v-5H5',
  external:
    'M13.500 4.500H19.500v6M19.500 4.500 11 13M16 13.500V19a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V9a1 1 0 0 1 1-1h5.500',
} as const;

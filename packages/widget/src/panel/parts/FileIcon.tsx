const PATHS = {
  clip: 'm20 11.5-8 8a5 5 0 0 1-7.1-7.100l8.300-8.300a3.300 3.300 0 0 1 4.700 4.700l-8.200 8.200a1.700 1.700 0 0 1-2.400-2.400l7.500-7.500',
  file: 'M7 3.5h6.500L18 8v11a1.500 1.500 0 0 1-1.500 1.500h-9A1.500 1.500 0 0 1 6 19V4.500a1 1 0 0 1 1-1ZM13.500 3.500V8H18',
} as const;

/** Drawings only files need; they come with the file views. */
export function FileIcon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}

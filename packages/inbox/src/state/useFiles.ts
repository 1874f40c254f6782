import { useEffect, useState } from 'preact/hooks';

/** Files chosen for one text; they go with it, and stay with this page until then. */
export function useFiles(of: string) {
  const [files, setFiles] = useState<readonly File[]>([]);
  const [problem, setProblem] = useState(false);
  const set = (next: readonly File[], failed = false) => {
    setFiles(next);
    setProblem(failed);
  };
  useEffect(() => set([]), [of]);
  const same = (a: File, b: File) => a.name === b.name && a.size === b.size && a.lastModified === b.lastModified;
  return {
    files,
    /** Whether they were too many or too large. */
    problem,
    add: (more: readonly File[]) => set([...files, ...more.filter(one => !files.some(other => same(one, other)))]),
    remove: (file: File) => set(files.filter(one => one !== file)),
    clear: () => set([]),
    fail: (refused: readonly File[]) => set(refused, true),
  };
}

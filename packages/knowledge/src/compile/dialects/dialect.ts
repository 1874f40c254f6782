import type { SplitFrontMatter } from '../splitFrontMatter.js';
import type { ReadPart } from './includes.js';
import type { Line, Remark } from './lines.js';

/** The project files a dialect may read to find out how it is set up. Paths are relative to the project, with `/`. */
export interface Project {
  readonly text: (path: string) => string | null;
  readonly exists: (path: string) => boolean;
  /** Names of the folders in a folder. */
  readonly folders: (path: string) => readonly string[];
}

/** A folder of articles. */
export interface Root {
  /** Relative to the project; `''` for the project itself. */
  readonly folder: string;
  readonly locale: string;
}

/** A Markdown file of a project. */
export interface DialectFile {
  /** Relative to the project. */
  readonly source: string;
  /** Relative to its root. */
  readonly path: string;
  readonly root: Root;
  readonly front: Extract<SplitFrontMatter, { ok: true }>['values'];
}

/** What a place in the project says about a file. */
export interface Placement {
  readonly id: string;
  readonly locale: string;
  /** Where the built site has it, from the root on. */
  readonly address: string;
  /** For a file that has no title of its own. */
  readonly title?: string;
  readonly section?: string;
  readonly aliases?: readonly string[];
}

/** How one project of a generator is read. */
export interface DialectPlan {
  readonly roots: readonly Root[];
  /** Globs of files that are no articles, relative to their root. */
  readonly exclude: readonly string[];
  /** Where a file belongs, or why it is left out. */
  readonly place: (file: DialectFile) => Placement | { readonly skip: string };
  /** The body of a file in plain Markdown. */
  readonly read: (
    lines: readonly Line[],
    file: DialectFile,
    tools: { readonly read: ReadPart; readonly remark: Remark },
  ) => readonly Line[];
  /** Path of a file or image that an address means, relative to the project; `null` when the address is relative to the file. */
  readonly asset: (address: string, file: DialectFile) => string | null;
  /** Folders of the project an include may be named from. Default: that of the file it stands in. */
  readonly partFolders?: readonly string[];
}

/** A generator whose folders are read as they are. */
export interface Dialect {
  readonly name: string;
  /** What `--from` and messages call it by: the file it is found by. */
  readonly configFile: string;
  /** Whether the project is one of this generator. */
  readonly detect: (project: Project) => boolean;
  readonly plan: (project: Project, options: { readonly defaultLocale: string }) => DialectPlan;
}

/** Bytes that can be cut; every runtime's `Blob` fits. */
export interface BlobLike {
  readonly size: number;
  slice(start?: number, end?: number): BlobLike;
}

/** What can be attached; every runtime's `File` fits. */
export interface FileLike extends BlobLike {
  readonly name: string;
  /** Content type as the system guesses it; the server looks itself. May be empty. */
  readonly type: string;
}

/** A file of a message, as a screen shows it. */
export interface FileItem {
  readonly id: string;
  readonly name: string;
  /** Content type; the system's guess while it waits, the server's finding in the log. */
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  /** Pixels; pictures in the log. */
  readonly width?: number;
  readonly height?: number;
}

/** A file that waits with its message. */
export type WaitingFile = Omit<FileItem, 'width' | 'height'>;

/** What goes with a message. */
export interface MessageOptions {
  /** They are kept in this browser until they are on the server. */
  readonly attachments?: readonly FileLike[];
}

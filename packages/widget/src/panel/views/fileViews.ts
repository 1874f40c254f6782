import filesCss from '../../theme/files.css?inline';
import { fileDrawings } from '../drawings/fileDrawings.js';
import { AttachButton, FileTray } from '../parts/FileTray.js';
import { MessageFiles } from '../parts/MessageFiles.js';

/** The part of the chat that is fetched when files can be sent, or were. */
export const fileViews = { AttachButton, FileTray, MessageFiles, css: [filesCss], drawings: fileDrawings };

/** Views of the files' file. */
export type FileViews = typeof fileViews;

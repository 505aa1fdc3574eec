import { join } from 'node:path';

export const projectRoot = join(import.meta.dirname, '..', '..');

/** Holds everything fetched and compiled for the host; git-ignored, safe to delete, safe to cache between CI runs. */
export const hostFolder = join(projectRoot, '.vscode-host');

import { fileURLToPath, pathToFileURL } from 'node:url';

/** The address of the page in one file, on this disk. */
export const SINGLE_FILE = pathToFileURL(fileURLToPath(new URL('../../dist/downhill.html', import.meta.url))).href;

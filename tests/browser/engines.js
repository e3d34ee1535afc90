/**
 * Marks a test of what depends on the browser's engine: layout, canvases, the pointer, the keyboard, files,
 * workers, the clipboard, frames and storage. Firefox runs these; Chromium runs all. Everything else follows
 * from the WebAssembly package, whose numbers are the same in every engine.
 */
export const EVERY_ENGINE = { tag: '@every-engine' };

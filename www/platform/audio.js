/** The browser's sound, which it lets begin with a press alone. */

/** @type {AudioContext | undefined} */
let context;

/**
 * Opens the sound; to be called while a press is handled. Returns nothing where the browser has none.
 * @returns {AudioContext | undefined}
 */
export function openAudio() {
  if (!('AudioContext' in globalThis)) return undefined;
  context ??= new AudioContext();
  // A browser that does not let it begin now does so with the next press.
  context.resume().catch(() => {});
  return context;
}

/**
 * Calls an action with the next press, whatever is pressed.
 * @param {() => void} action
 */
export function onNextPress(action) {
  const abort = new AbortController();
  const press = () => {
    // Escape, or a finger that begins to scroll, is no press.
    if (navigator.userActivation && !navigator.userActivation.isActive) return;
    abort.abort();
    action();
  };
  for (const kind of ['click', 'keydown']) addEventListener(kind, press, { capture: true, signal: abort.signal });
}

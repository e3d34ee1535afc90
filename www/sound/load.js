/**
 * The button `Sound`, and loading of what it switches on.
 *
 * @import { Page } from '../core/page.js'
 */
import { find, setAttribute } from '../core/dom.js';
import { lazy } from '../core/lazy.js';
import { withPackage } from '../full/load.js';
import { onNextPress, openAudio } from '../platform/audio.js';
import { texts } from '../text/en/page.js';

const withSound = lazy(() => import('./sound.js'), texts.partNotLoaded);

/** @param {Page} page */
export function connectSound(page) {
  const button = find('sound', HTMLButtonElement);
  const open = () => {
    const context = openAudio();
    return withSound((sound) => sound.openSound(page, context));
  };
  let waits = false;
  const show = () => {
    const on = 'sound' in page.session && page.session.sound === true;
    setAttribute(button, 'aria-pressed', String(on));
    // A link had it on: browsers are silent until something is pressed.
    if (on && !waits) onNextPress(open);
    waits ||= on;
  };
  button.addEventListener('click', async () => {
    const on = button.getAttribute('aria-pressed') !== 'true';
    waits = true;
    const opened = on ? open() : undefined;
    await withPackage(async (full) => {
      await full.upgrade(page);
      page.silently(() => page.change(() => full.requireSession(page).setSound(on)));
    });
    await opened;
  });
  page.onSetup(show);
  show();
  button.disabled = false;
}

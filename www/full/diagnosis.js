/**
 * The doctor: why a run blew up, and whether a line is suitable at all.
 *
 * @import { Session } from '../pkg/more.js'
 * @import { Page } from '../core/page.js'
 */
import { find, write } from '../core/dom.js';
import { messages } from '../text/en/page.js';

/**
 * Why a run blew up, and buttons that mend it.
 * @param {Page} page
 * @param {() => Session} session
 */
export function connectExplosion(page, session) {
  const box = find('explosion', HTMLElement);
  const sentences = find('explosion-sentences', HTMLElement);
  const mends = find('mends', HTMLElement);
  page.onNow((now) => {
    const explosion = now.status === 'diverged' ? session().explosion() : null;
    box.hidden = !explosion;
    if (!explosion) return;
    list(sentences, explosion.sentences.map((text) => ({ text })));
    if (mends.textContent === explosion.mends.join('')) return;
    mends.replaceChildren(
      ...explosion.mends.map((name, index) =>
        button(name, () => {
          page.halt(() => session().mend(index));
          find('run', HTMLButtonElement).focus();
        }),
      ),
    );
  });
}

/**
 * Whether a line is suitable for the data.
 * @param {Page} page
 * @param {() => Session} session
 * @param {(point: number) => void} select keeps a point in sight
 * @returns {() => void} shows it where the data have changed
 */
export function connectSuitability(page, session, select) {
  let known = -1;
  /** @param {'points' | 'residuals'} picture @param {number | null} point */
  const show = (picture, point) => {
    page.act(() => session().showAgainst(picture));
    if (point !== null) select(point);
    page.commit();
    find('data-figure', HTMLElement).scrollIntoView({ block: 'center' });
  };
  return () => {
    if (session().dataVersion === known) return;
    known = session().dataVersion;
    const { headline, notes } = session().suitability();
    write(find('suitable-headline', HTMLElement), headline);
    list(
      find('suitable-notes', HTMLElement),
      notes.map(({ text, picture, point }) => ({
        text,
        action: picture ? button(messages.showMe, () => show(picture, point)) : undefined,
      })),
    );
  };
}

/** @param {string} name @param {() => void} action */
function button(name, action) {
  const made = Object.assign(document.createElement('button'), { type: 'button', textContent: name });
  made.addEventListener('click', action);
  return made;
}

/**
 * @param {HTMLElement} element
 * @param {{ text: string, action?: HTMLElement }[]} items
 */
function list(element, items) {
  element.replaceChildren(
    ...items.map(({ text, action }) => {
      const item = document.createElement('li');
      item.append(Object.assign(document.createElement('span'), { textContent: text }));
      if (action) item.append(action);
      return item;
    }),
  );
}

/**
 * Whether a line suits the data: the verdict, notes, and buttons that show what they are about.
 *
 * @import { Page } from '../core/page.js'
 */
import { isDocked } from '../core/dock.js';
import { find, setText } from '../core/dom.js';
import { makeButton } from '../core/markup.js';
import { texts } from '../text/en/full.js';
import { fullFigures, requireSession } from './package.js';

/**
 * @param {Page} page
 * @param {HTMLElement} headline the element for the verdict
 * @param {HTMLElement} list the list for the notes
 * @returns {() => void} shows them, if the data have changed
 */
export function connectSuitability(page, headline, list) {
  let shownVersion = -1;
  /** @param {'points' | 'residuals'} picture @param {number | null} point */
  const show = (picture, point) => {
    page.change(() => requireSession(page).showAgainst(picture));
    if (point !== null) fullFigures(page)?.selectPoint(point);
    page.commit();
    if (!isDocked()) find('data-figure', HTMLElement).scrollIntoView({ block: 'center' });
  };
  return () => {
    const session = requireSession(page);
    if (session.dataVersion === shownVersion) return;
    shownVersion = session.dataVersion;
    const suitability = session.suitability();
    setText(headline, suitability.headline);
    list.replaceChildren(
      ...suitability.notes.map(({ text, picture, point }) => {
        const item = document.createElement('li');
        item.append(Object.assign(document.createElement('span'), { textContent: text }));
        if (picture) item.append(makeButton(texts.showMe, () => show(picture, point)));
        return item;
      }),
    );
  };
}

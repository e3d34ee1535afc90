/** The contents of the lesson: which chapters are finished, which one is being read, and how far the others are. */
import { setAttribute, setText } from '../core/dom.js';
import { texts } from '../text/en/lesson.js';

/**
 * @param {HTMLElement} list of links, one a chapter
 * @param {HTMLElement[]} chapters
 * @returns {(current: HTMLElement | undefined) => void} shows the states
 */
export function connectContents(list, chapters) {
  const items = [...list.querySelectorAll('li')].map((item, index) => {
    const state = document.createElement('span');
    setAttribute(state, 'class', 'chapter-state');
    item.append(' ', state);
    return { item, state, link: item.querySelector('a'), chapter: chapters[index] };
  });
  return (current) => {
    for (const { item, state, link, chapter } of items) {
      const tasks = [...chapter.querySelectorAll('.question, .goal')];
      const done = tasks.filter((task) => task.hasAttribute('data-reached') || task.querySelector('input:checked'));
      const isCurrent = chapter === current;
      const progress = done.length === tasks.length ? 'finished' : done.length > 0 ? 'begun' : 'open';
      setAttribute(item, 'data-progress', progress);
      item.toggleAttribute('data-current', isCurrent);
      if (isCurrent) link?.setAttribute('aria-current', 'location');
      else link?.removeAttribute('aria-current');
      const text = { finished: texts.finished, begun: texts.begun(done.length, tasks.length), open: '' }[progress];
      setText(state, [text, isCurrent ? texts.current : ''].filter(Boolean).join(', '));
    }
  };
}

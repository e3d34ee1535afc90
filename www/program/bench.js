/**
 * The bench, where the reader writes a program: the editor, its tasks, what the program prints and what is said of it,
 * beside the figures, which are docked meanwhile.
 *
 * @import { Page } from '../core/page.js'
 */
import { find, setAttribute } from '../core/dom.js';
import { dock } from '../core/dock.js';
import { lazy, once } from '../core/lazy.js';
import { loadElements } from '../core/markup.js';
import { requireSession, upgrade } from '../full/package.js';
import { loadStyleSheet } from '../platform/assets.js';
import { offerProgram } from '../share/program.js';
import { texts as pageTexts } from '../text/en/page.js';
import { texts } from '../text/en/program.js';
import { Editor } from './editor.js';
import { forgetLinked, linkedProgram, openLinked } from './linked.js';
import { pack } from './packed.js';
import { connectRun } from './run.js';
import { doneTasks } from './stored.js';
import { connectTakeAway } from './take-away.js';
import { connectTaskList } from './task-list.js';

const build = once(buildBench);
const withLink = lazy(() => import('../share/link.js'), pageTexts.partNotLoaded);
const root = document.documentElement;

/** Element that had the focus before. @type {Element | null} */
let opener = null;

/**
 * Opens the bench.
 * @param {Page} page
 * @param {boolean} [withLinked] with the program of the link that was opened
 * @param {string} [task] with this task, unless it is done
 */
export async function openBench(page, withLinked = false, task = '') {
  if (!root.dataset.program) opener = document.activeElement;
  setAttribute(root, 'data-program', 'loading');
  try {
    const bench = await build(page);
    bench.open();
    if (withLinked) await bench.openLinked(linkedProgram(page));
    else if (task && !doneTasks().includes(task)) await bench.choose(task);
  } catch (error) {
    root.removeAttribute('data-program');
    throw error;
  }
}

/** @param {Page} page */
async function buildBench(page) {
  const [[section]] = await Promise.all([
    loadElements('program/bench.html'),
    upgrade(page),
    ...['core/dock.css', 'full/panel.css', 'program/bench.css', 'program/editor.css'].map(loadStyleSheet),
  ]);
  if (!(section instanceof HTMLElement)) throw new Error('the bench is missing');
  document.body.prepend(section);
  const editor = new Editor(
    {
      area: find('program-source', HTMLTextAreaElement),
      numbers: find('program-lines', HTMLElement),
      mirror: find('program-mirror', HTMLElement),
    },
    {
      onRun: () => run.start(),
      onChange(text) {
        tasks.keep(text);
        forgetTaken();
      },
    },
  );
  const takeAway = connectTakeAway(page, editor);
  /** A file or a link with another program than the one in sight would mislead. */
  const forgetTaken = () => {
    takeAway.clear();
    noteProgram(page);
  };
  const tasks = connectTaskList(page, editor, () => {
    forgetTaken();
    forgetLinked();
    run.reset();
  });
  const run = connectRun(page, editor, tasks);
  const close = find('close-bench', HTMLButtonElement);
  close.addEventListener('click', () => {
    run.leave();
    section.hidden = true;
    root.removeAttribute('data-program');
    dock('program', false);
    noteProgram(page);
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
  });
  connectSizes();
  connectGiven(page);
  find('choose-data', HTMLButtonElement).addEventListener('click', () => {
    const choice = find('dataset', HTMLSelectElement);
    choice.scrollIntoView({ block: 'center' });
    choice.focus();
  });
  offerProgram({
    isThere: () => !section.hidden && editor.text.trim() !== '',
    pack: () => pack({ task: tasks.name, text: editor.text }),
  });
  await tasks.choose();
  return {
    open() {
      section.hidden = false;
      run.enter();
      dock('program', true);
      editor.focus();
      scrollTo(0, 0);
      page.refresh('setup');
      noteProgram(page);
    },
    /** @param {string} packed */
    openLinked: (packed) => openLinked(packed, tasks),
    /** @param {string} task */
    choose: (task) => tasks.choose(task),
  };
}

/** Says beside `Copy link` whether a link carries the program. @param {Page} page */
const noteProgram = (page) => withLink(({ showProgramNote }) => showProgramNote(page));

/** Lets the style sheet know how high dock and transport are, so that nothing of the bench hides behind them. */
function connectSizes() {
  const docked = find('dock', HTMLElement);
  const transport = document.querySelector('.transport');
  const measure = () => {
    root.style.setProperty('--dock-size', `${docked.getBoundingClientRect().height}px`);
    // Above the small screens' lower edge, or a part of the dock.
    const isFixed = transport && getComputedStyle(transport).position === 'fixed';
    root.style.setProperty('--transport-size', isFixed ? `${transport.getBoundingClientRect().height}px` : '0px');
  };
  const observer = new ResizeObserver(measure);
  for (const element of [docked, transport]) if (element) observer.observe(element);
}

/** Shows what programs are given. @param {Page} page */
function connectGiven(page) {
  const list = find('program-given', HTMLElement);
  page.onSetup(({ dataset, learningRate, epochs, tolerance }) => {
    if (!root.dataset.program) return;
    const points = requireSession(page).points;
    const given = [
      ['x, y', texts.points(points, dataset.rows)],
      [`L = ${learningRate.value}`, ''],
      [`epochs = ${epochs}`, ''],
      [`tolerance = ${tolerance}`, ''],
    ];
    list.replaceChildren(
      ...given.map(([code, note]) => {
        const item = document.createElement('li');
        item.append(Object.assign(document.createElement('code'), { textContent: code }), note && ` ${note}`);
        return item;
      }),
    );
  });
}

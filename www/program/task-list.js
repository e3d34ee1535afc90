/**
 * The list of tasks, what the chosen one asks for, and its program.
 *
 * @import { Page } from '../core/page.js'
 * @import { Editor } from './editor.js'
 * @import { Program } from './packed.js'
 * @import { Task } from './tasks.js'
 *
 * @typedef {Awaited<ReturnType<typeof connectTaskList>>} TaskList
 */
import { showAlert } from '../core/alert.js';
import { find, setAttribute, setText } from '../core/dom.js';
import { once } from '../core/lazy.js';
import { makeButton } from '../core/markup.js';
import { backToOwnSession, keepOwnSession, onOwnSession } from '../full/own-session.js';
import { requireSession } from '../full/package.js';
import { texts as pageTexts } from '../text/en/page.js';
import { texts } from '../text/en/program.js';
import { changeStored, stored } from './stored.js';
import { loadTask } from './tasks.js';

/**
 * @param {Page} page
 * @param {Editor} editor
 * @param {() => void} onChoice another task was chosen
 */
export function connectTaskList(page, editor, onChoice) {
  const select = find('program-task', HTMLSelectElement);
  const text = find('task-text', HTMLElement);
  const next = find('next-task', HTMLButtonElement);
  const titles = new Map([...select.options].map(({ value, text }) => [value, text]));
  /** Loads each task once. @type {Map<string, () => Promise<Task>>} */
  const loads = new Map([...titles.keys()].map((name) => [name, once(() => loadTask(name))]));
  /** @type {Task | undefined} */
  let task;
  let name = '';
  /** How often a task was chosen: one that is loaded late does not take the place of a later choice. */
  let choices = 0;
  /** The program that came with a link, packed, as long as it stands in the editor. */
  let linked = '';

  const back = backToOwnSession(page);
  back.hidden = true;
  onOwnSession((holder) => (back.hidden = holder !== 'program'));
  /** @param {string} fields of a link */
  const setUp = (fields) => {
    keepOwnSession(page, 'program');
    page.pauseAndChange(() => requireSession(page).setUp(fields));
  };

  const showDone = () => {
    const { done } = stored();
    for (const option of select.options) {
      const title = titles.get(option.value) ?? '';
      setText(option, done[option.value] ? texts.doneTitle(title) : title);
    }
  };
  /** @param {string} [wanted] a task; else the one that was chosen last */
  const choose = async (wanted = stored().task) => {
    const chosen = loads.has(wanted) ? wanted : select.options[0].value;
    choices += 1;
    const choice = choices;
    const loaded = await loads.get(chosen)?.();
    if (!loaded || choice !== choices) return;
    [task, name, linked] = [loaded, chosen, ''];
    select.value = chosen;
    next.hidden = true;
    text.replaceChildren(...loaded.text);
    if (loaded.show) {
      text.lastElementChild?.append(' ', makeButton(texts.useData, () => setUp(loaded.show)));
    }
    text.lastElementChild?.append(' ', back);
    editor.open(stored().programs[chosen] ?? loaded.program);
    changeStored((kept) => (kept.task = chosen));
    onChoice();
  };
  /** @param {string} wanted */
  const attempt = async (wanted) => {
    // Until the task's program is there, what is typed would be lost.
    setAttribute(document.documentElement, 'data-program', 'loading');
    try {
      await choose(wanted);
    } catch (error) {
      select.value = name;
      setAttribute(document.documentElement, 'data-program', 'ready');
      showAlert(pageTexts.partNotLoaded);
      console.info(error);
    }
  };
  select.addEventListener('change', () => attempt(select.value));
  next.addEventListener('click', async () => {
    await attempt(select.options[select.selectedIndex + 1]?.value ?? '');
    editor.focus();
  });
  find('first-program', HTMLButtonElement).addEventListener('click', () => task && editor.replace(task.program));
  showDone();
  return {
    choose,
    /** The name of the task that is chosen. */
    get name() {
      return name;
    },
    /**
     * Opens a program that came with a link. The one that this browser keeps for its task stays as it is.
     * @param {Program} program
     * @param {string} packed
     */
    async chooseLinked(program, packed) {
      await choose(loads.has(program.task) ? program.task : select.options[select.options.length - 1].value);
      linked = packed;
      const { linked: kept } = stored();
      editor.open(kept.packed === packed ? kept.text : program.text);
    },
    /** The task that is chosen. */
    get task() {
      return task;
    },
    /** Keeps the program in this browser. @param {string} program */
    keep(program) {
      changeStored((kept) => {
        if (linked) kept.linked = { packed: linked, text: program };
        else kept.programs[name] = program;
      });
    },
    /** Marks a task as done, and offers the next one. @param {Task} done */
    markDone(done) {
      if (done !== task) return;
      changeStored((kept) => (kept.done[name] = true));
      showDone();
      next.hidden = select.selectedIndex + 1 >= select.options.length;
    },
  };
}

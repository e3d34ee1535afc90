/**
 * The tasks of the bench. Each is an HTML file that says itself what is to be done, on which data, and when it is done;
 * the list in bench.html has its title.
 *
 * @typedef {object} Task
 * @property {Element[]} text what is to be done
 * @property {string} program the program that stands there first
 * @property {string} asked what its steps are to be, by the name that the engine has for it
 * @property {string} done the verdict that it is done with; empty where it never is
 * @property {string} stop when the program is to stop, by the name that the engine has for it, on the page's data, too; empty where
 *   it is to stop at the epoch limit, and where that is not what the task is about
 * @property {string} variable the name of the number that the program has to compute, the largest stable rate of its data; empty
 *   where its lines are judged
 * @property {string} show data and settings for it, as fields of a link; empty where any will do
 * @property {string[]} hidden data and settings, as fields of links, on which the program has to do the same, and to
 *   show as many lines as the page's descent has epochs
 */
import { loadElements } from '../core/markup.js';

/**
 * Loads a task.
 * @param {string} name
 * @returns {Promise<Task>}
 */
export async function loadTask(name) {
  const [article] = await loadElements(`program/tasks/${name}.html`);
  const program = article?.querySelector('pre');
  if (!(article instanceof HTMLElement) || !program) throw new Error(`the task ${name} has no program`);
  program.remove();
  const { asked = '', done = '', stop = '', variable = '', show = '', hidden = '' } = article.dataset;
  return {
    text: [...article.children],
    program: program.textContent ?? '',
    asked,
    done,
    stop,
    variable,
    show,
    hidden: hidden.split(' ').filter(Boolean),
  };
}

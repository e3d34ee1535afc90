/**
 * A program that came with a link: it stands in the editor for its reader to read, and runs when they press Run program.
 *
 * @import { Page } from '../core/page.js'
 * @import { TaskList } from './task-list.js'
 */
import { showAlert } from '../core/alert.js';
import { find } from '../core/dom.js';
import { makeButton } from '../core/markup.js';
import { fullSession } from '../full/package.js';
import { takeAwayTexts as texts } from '../text/en/take-away.js';
import { unpack } from './packed.js';

/** The program of the link that was opened, packed; empty if it has none. @param {Page} page */
export function linkedProgram(page) {
  return fullSession(page)?.linkedProgram() ?? '';
}

/**
 * Puts a program that came with a link into the editor.
 * @param {string} packed
 * @param {TaskList} tasks
 */
export async function openLinked(packed, tasks) {
  const program = await unpack(packed);
  if (!program) {
    showAlert(texts.broken);
    return;
  }
  await tasks.chooseLinked(program, packed);
  find('program-linked', HTMLElement).replaceChildren(
    texts.cameWithLink,
    ' ',
    makeButton(texts.openOwn, () => tasks.choose(tasks.name)),
  );
}

/** Takes the remark on the program away. */
export function forgetLinked() {
  find('program-linked', HTMLElement).replaceChildren();
}

/**
 * What this browser keeps of the bench: the text of each program, the tasks that are done, the last one chosen,
 * and what has become of the last program that came with a link.
 */

import { readStored, store } from '../platform/storage.js';

const STORAGE_KEY = 'downhill-programs';

/** @typedef {{ task: string, programs: Record<string, string>, done: Record<string, boolean>, linked: { packed: string, text: string } }} Stored */

/** @returns {Stored} */
export function stored() {
  const empty = { task: '', programs: {}, done: {}, linked: { packed: '', text: '' } };
  try {
    return { ...empty, ...JSON.parse(readStored(STORAGE_KEY) ?? '{}') };
  } catch {
    return empty;
  }
}

/** The names of the tasks that are done. */
export function doneTasks() {
  const { done } = stored();
  return Object.keys(done).filter((name) => done[name]);
}

/** @param {(stored: Stored) => void} change */
export function changeStored(change) {
  const next = stored();
  change(next);
  store(STORAGE_KEY, JSON.stringify(next));
}

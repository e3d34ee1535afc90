/** In the single file programs cannot run: it does not have the interpreter. */

export const canRunPrograms = false;

/** @returns {{ worker: Worker, release: () => void }} */
export function newProgramWorker() {
  throw new Error('The single file has no interpreter.');
}

/** Starts the worker that finds verdicts on programs. */
export function newJudgeWorker() {
  return new Worker(new URL('../program/judge-worker.js', import.meta.url), { type: 'module' });
}

/** Starts the worker that finds verdicts on programs. */
export function newJudgeWorker() {
  return new Worker('program/judge-worker.js', { type: 'module' });
}

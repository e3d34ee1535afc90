/** The worker that finds verdicts on programs. */
import { startModuleWorker } from './worker.js';

/** Starts it; its script is program/judge-worker.js. */
export function newJudgeWorker() {
  return startModuleWorker(new URL('../program/judge-worker.js', import.meta.url));
}

/**
 * The worker that finds verdicts on programs: on many rows one takes longer than a page may stand still.
 *
 * @typedef {{ id: number, session: Uint8Array, lines: Float64Array, rate: number, asked: string }} Question `session` is packed
 * @typedef {{ id: number, verdict?: import('../pkg/more.js').ProgramVerdict, refusal?: string }} Reply
 */
import init, { Session } from '../pkg/more.js';

const ready = init();

addEventListener('message', async ({ data }) => {
  /** @type {Question} */
  const { id, session: bytes, lines, rate, asked } = data;
  /** @type {Reply} */
  const reply = { id };
  try {
    await ready;
    const session = Session.unpack(bytes);
    reply.verdict = session?.programVerdict(lines, rate, asked);
    session?.free();
  } catch (error) {
    reply.refusal = error instanceof Error ? error.message : String(error);
  }
  postMessage(reply);
});

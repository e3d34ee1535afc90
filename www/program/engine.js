/**
 * A worker with an interpreter in it: it runs one program, and answers what figures ask for afterwards.
 *
 * @typedef {import('./messages.js').Message} Message
 * @typedef {import('./messages.js').Request} Request
 * @typedef {import('./messages.js').Ready} Ready
 * @typedef {import('./messages.js').Evaluation} Evaluation
 * @typedef {import('./messages.js').ProgramError} ProgramError
 */
import { newProgramWorker } from '../platform/program-worker.js';
import { readMessage } from './messages.js';

/** A cost or a prediction that the program did not compute. */
export class EvaluationError extends Error {
  /** @param {ProgramError | undefined} error why, if the program has failed; else it was stopped */
  constructor(error) {
    super(error ? `${error.type}: ${error.message}` : 'stopped');
    this.error = error;
  }
}

export class Engine {
  #worker;
  #port;
  /** @type {Map<number, { resolve: (evaluation: Evaluation) => void, reject: (error: Error) => void }>} */
  #asked = new Map();
  #asks = 0;
  /** Receiver of messages about the program. @type {(message: Message) => void} */
  listener = () => {};

  constructor() {
    const { worker, release } = newProgramWorker();
    const { port1, port2 } = new MessageChannel();
    this.#worker = worker;
    this.#port = port1;
    /** Resolves when programs can run, and rejects if they never will. @type {Promise<Ready>} */
    this.ready = new Promise((resolve, reject) => {
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        reject(new Error(event.message || 'The worker could not be started.'));
        const error = { type: 'RuntimeError', message: event.message || 'the interpreter failed', line: undefined };
        this.listener({ kind: 'end', outcome: 'failed', error, hasCost: false, hasPredict: false, answer: NaN });
      });
      port1.onmessage = ({ data }) => {
        const message = readMessage(data);
        if (message?.kind === 'ready') resolve(message);
        else if (message?.kind === 'unavailable') reject(new Error(message.message));
        else if (message) this.#take(message);
        release();
      };
    });
    // Who waits for it hears of it; nobody has to.
    this.ready.catch(() => {});
    worker.postMessage({ port: port2 }, [port2]);
  }

  /** @param {Exclude<Message, { kind: 'ready' | 'unavailable' }>} message */
  #take(message) {
    if (message.kind !== 'values' && message.kind !== 'refused') {
      this.listener(message);
      return;
    }
    const asked = this.#asked.get(message.id);
    this.#asked.delete(message.id);
    if (message.kind === 'values') asked?.resolve({ values: message.values, error: message.error });
    else asked?.reject(new EvaluationError(message.error));
  }

  /** @param {Request} request */
  post(request) {
    this.#port.postMessage(request);
  }

  /**
   * Asks for numbers.
   * @param {(id: number) => Request} request
   * @returns {Promise<Evaluation>}
   */
  ask(request) {
    const id = this.#asks++;
    return new Promise((resolve, reject) => {
      this.#asked.set(id, { resolve, reject });
      this.post(request(id));
    });
  }

  /** Ends the worker, whatever it does. What was asked of it is refused. */
  end() {
    this.#worker.terminate();
    this.#port.close();
    this.listener = () => {};
    for (const { reject } of this.#asked.values()) reject(new EvaluationError(undefined));
    this.#asked.clear();
  }
}

/**
 * Starts the worker that runs the reader's program. It is opened from a Blob, because then it is bound by the page's Content-Security-Policy, which a worker that is opened
 * by its address is not; the Blob does nothing but import it, and hand it its first message.
 *
 * The Blob is no module: what a module imports first, Firefox does not ask the service worker for.
 */
export function newProgramWorker() {
  const module = JSON.stringify(new URL('../program/worker.js', import.meta.url).href);
  const script = `Promise.all([import(${module}), new Promise((resolve) => addEventListener('message', resolve, { once: true }))])
    .then(([{ start }, { data }]) => start(data.port), (error) => setTimeout(() => { throw error; }));`;
  const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const worker = new Worker(address);
  // The worker has fetched it by then, whatever comes of it.
  const release = () => URL.revokeObjectURL(address);
  worker.addEventListener('error', release, { once: true });
  return { worker, release };
}

/**
 * Starts the worker that runs the reader's program. It is opened from a Blob, because then it is bound by the page's Content-Security-Policy, which a worker that is opened
 * by its address is not; the Blob does nothing but import it.
 */
export function newProgramWorker() {
  const script = `import ${JSON.stringify(new URL('program/worker.js', document.baseURI).href)};`;
  const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const worker = new Worker(address, { type: 'module' });
  // The worker has fetched it by then, whatever comes of it.
  const release = () => URL.revokeObjectURL(address);
  worker.addEventListener('error', release, { once: true });
  return { worker, release };
}

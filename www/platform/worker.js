/** Starts workers. The single file has modules of its own in place of those that do. */
import { hasNoOrigin } from './host.js';

/**
 * Starts a worker from a classic script of the page.
 * @param {URL} script
 */
export function startWorker(script) {
  return hasNoOrigin ? fromBlob(script, {}) : new Worker(script);
}

/**
 * Starts a worker from a module of the page.
 * @param {URL} script
 */
export function startModuleWorker(script) {
  return hasNoOrigin ? fromBlob(script, { type: 'module' }) : new Worker(script, { type: 'module' });
}

/**
 * Starts a worker from a Blob that loads the script. A page without an origin may open no worker by its address.
 * @param {URL} script
 * @param {WorkerOptions} options
 */
function fromBlob(script, options) {
  const name = JSON.stringify(script.href);
  // A Blob has no folder: what a classic script names is found from the script on.
  const classic = `const at = (path) => new URL(path, ${name}).href;
    self.importScripts = ((load) => (...paths) => load(...paths.map(at)))(self.importScripts);
    self.fetch = ((load) => (path, options) => load(at(path), options))(self.fetch);
    importScripts(${name});`;
  const text = options.type === 'module' ? `import ${name};` : classic;
  // It is not given back: no browser says when a worker has read it, and there are few.
  return new Worker(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })), options);
}

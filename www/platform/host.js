/** The page's host: whether another page shows this one, and what it may forbid. */

/** Whether the page is in a frame of another one. That may forbid downloads, and nothing tells whether it does. */
export const isFramed = window.top !== window;

/** Whether the host takes the page's origin from it, as a sandbox does. Then it may open no worker by its address. */
export const hasNoOrigin = globalThis.origin === 'null';

/** The address of the page, which leads to it in a window of its own. */
export function ownAddress() {
  return location.href.replace(/[?#].*/, '');
}

/** Where the page comes from. */

/** Whether the host takes the page's origin from it, as a sandbox does. Then it may open no worker by its address. */
export const hasNoOrigin = globalThis.origin === 'null';

/** The address of the page, which leads to it in a window of its own. */
export function ownAddress() {
  return location.href.replace(/[?#].*/, '');
}

/**
 * Keeps an open page up to date while `cargo xtask serve` watches the sources: loads it again when another page is
 * served, and shows why a build failed. Only that server has this script; the finished page does not.
 */
{
  /** @typedef {{ page: number, failure: string | null }} News */

  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const address = new URL(script.src);
  const page = Number(address.searchParams.get('page'));

  const style = `
    :host { all: initial; }
    section {
      position: fixed; inset: auto 0 0; max-height: 60vh; box-sizing: border-box; margin: 0; width: 100%; max-width: 100%;
      padding: 1rem 1.25rem; border: 0; border-top: 4px solid #e5484d; overflow: auto;
      background: #1b1b1f; color: #f4f4f5; font: 15px/1.45 system-ui, sans-serif;
    }
    h2 { margin: 0 0 .5rem; font-size: 1rem; }
    pre { margin: 0; font: 13px/1.45 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
    button { position: absolute; top: .75rem; right: 1.25rem; font: inherit; }
  `;
  /** What shows the message, while there is one. @type {HTMLElement | undefined} */
  let shown;

  /** @param {string} message */
  function show(message) {
    hide();
    shown = document.createElement('downhill-build-failure');
    const root = shown.attachShadow({ mode: 'open' });
    // The page's policy forbids style elements, but not style sheets that a script makes.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    root.adoptedStyleSheets = [sheet];
    const section = document.createElement('section');
    section.setAttribute('role', 'alert');
    // Above dialogs, which are above everything else.
    section.popover = 'manual';
    const title = Object.assign(document.createElement('h2'), {
      textContent: 'The build failed. This is the last page that was built.',
    });
    const text = Object.assign(document.createElement('pre'), { textContent: message });
    const close = Object.assign(document.createElement('button'), { type: 'button', textContent: 'Hide' });
    close.addEventListener('click', hide);
    section.append(title, text, close);
    root.append(section);
    document.documentElement.append(shown);
    section.showPopover();
  }

  function hide() {
    shown?.remove();
    shown = undefined;
  }

  /** @type {string | null} */
  let failure = null;

  /** @param {News} news */
  function hear(news) {
    if (news.page !== page) {
      // More news would begin the reload anew, which on a slow machine has no end.
      source?.close();
      // The address stays, with the link in it.
      location.reload();
      return;
    }
    if (news.failure === failure) return;
    failure = news.failure;
    if (failure === null) hide();
    else show(failure);
  }

  /** @type {EventSource | undefined} */
  let source;

  /** Listens while the page is seen: a browser opens only six connections to a server, for all its tabs. */
  function listen() {
    if (document.hidden) {
      source?.close();
      source = undefined;
    } else if (!source) {
      source = new EventSource(new URL('news', address));
      source.addEventListener('message', ({ data }) => hear(JSON.parse(data)));
    }
  }

  /** A frame of a page that listens itself is loaded again with it. */
  function isFrame() {
    try {
      return parent !== window && parent.location.origin === location.origin;
    } catch {
      return false;
    }
  }

  if (!isFrame()) {
    document.addEventListener('visibilitychange', listen);
    listen();
  }
}

// Runs before anything is shown: a frame of another page stays hidden until embed/frame.js has arranged it.
if (/[?&]embed\b/.test(location.search)) document.documentElement.hidden = true;
// What keeps the page from starting may be that modules are forbidden: a classic script says so.
{
  const script = document.createElement('script');
  const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
  script.src = src.replace('embed/hide-page', 'text/en/not-started');
  // The page does without what a <link> names, and goes on after what a browser merely notes: that is no error's.
  const say = (/** @type {{ target: any, error?: unknown }} */ { target, error }) => {
    const isFault = target.localName === 'script' || error;
    if (isFault && !document.documentElement.dataset.ready) document.head.append(script);
  };
  addEventListener('error', say, true);
}

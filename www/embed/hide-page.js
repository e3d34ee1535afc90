// Runs before anything is shown: a frame of another page stays hidden until embed/frame.js has arranged it.
if (/[?&]embed\b/.test(location.search)) document.documentElement.hidden = true;
// Where the page's module cannot be loaded, as in a frame without an origin, a classic script says so.
addEventListener(
  'error',
  ({ target }) => {
    if (!(target instanceof HTMLScriptElement && target.type)) return;
    const src = new URL('../text/en/blocked.js', target.src);
    document.head.append(Object.assign(document.createElement('script'), { src }));
  },
  true,
);

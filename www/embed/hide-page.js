// Runs before anything is shown: a page that is a frame of another one stays hidden until embed/frame.js has arranged it.
if (/[?&]embed\b/.test(location.search)) document.documentElement.hidden = true;

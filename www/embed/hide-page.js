// Runs before anything is shown: a frame of another page stays hidden until embed/frame.js has arranged it.
if (/[?&]embed\b/.test(location.search)) document.documentElement.hidden = true;

// Before anything is shown: a page that is a frame of another one is shown once it has become one.
if (/[?&]embed\b/.test(location.search)) document.documentElement.hidden = true;

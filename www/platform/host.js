/** The page's host: whether another page shows this one. */

/** Whether the page is in a frame of another one. That may forbid downloads, and nothing tells whether it does. */
export const isFramed = window.top !== window;

/**
 * Message for a page that could not start: its module was not loaded, as in a frame without an origin on a site that
 * lends its files to no other, or WebAssembly is forbidden or unknown. Nothing but a classic script is sure to be loaded
 * there, so this is one, and shows it by itself.
 */
{
  const address = location.href.replace(/[?#].*/, '');
  const [inFrame, elsewhere] = [
    'The site that shows this page in a frame does not let it run there. Open it in a window of its own: ',
    'The lesson could not start in this browser. Reload the page; if that does not help, use a current version of Firefox, Chrome, Edge or Safari.',
  ];
  const link = Object.assign(document.createElement('a'), { href: address, textContent: address, target: '_blank', rel: 'noopener' });
  const show = () => {
    document.documentElement.hidden = false;
    document.getElementById('alert-box')?.toggleAttribute('hidden', false);
    document.getElementById('status')?.replaceChildren();
    document.getElementById('alert')?.replaceChildren(...(window.top === window ? [elsewhere] : [inFrame, link]));
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', show);
  else show();
}

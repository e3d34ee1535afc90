/**
 * What is said where the page's module could not be loaded, as in a frame without an origin on a site that lends its
 * files to no other. Nothing else can be loaded there but classic scripts, so this is one, and shows it by itself.
 */
{
  const address = location.href.replace(/[?#].*/, '');
  const inFrame = 'The site that shows this page in a frame does not let it run there. Open it in a window of its own:';
  const alone = 'The page could not be loaded. Check the connection, then load it again:';
  const link = Object.assign(document.createElement('a'), { href: address, textContent: address, target: '_blank', rel: 'noopener' });
  const show = () => {
    document.documentElement.hidden = false;
    document.getElementById('status')?.replaceChildren(self.origin === 'null' ? inFrame : alone, ' ', link);
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', show);
  else show();
}

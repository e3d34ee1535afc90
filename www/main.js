/**
 * Starts the page: the wasm package, the session that the link describes, the parts of the page.
 */
import init, { Figures, Session } from './pkg/downhill.js';
import { alarm } from './alert.js';
import { connectData } from './data.js';
import { connectEditing } from './editing.js';
import { connectFiles } from './files.js';
import { connectHands } from './hands.js';
import { connectKeys } from './keys.js';
import { connectLater } from './later.js';
import { isFile, openAddress, openLink } from './link.js';
import { messages } from './messages.js';
import { Page } from './page.js';
import { connectReadouts } from './readouts.js';
import { connectSettings } from './settings.js';
import { canvases, connectStage } from './stage.js';
import { connectTabs } from './tabs.js';
import { connectTips } from './tip.js';
import { connectTransport } from './transport.js';

async function start() {
  await init();
  const figures = new Figures(...canvases());
  const page = new Page(openLink(Session), figures, Session);
  if (/[?&]embed\b/.test(location.search)) await (await import('./embed.js')).connectEmbed(page);
  connectData(page);
  connectFiles(page);
  connectTransport(page);
  connectReadouts(page);
  connectSettings(page);
  connectTabs(page);
  connectKeys(page);
  connectStage(page);
  const editing = connectEditing(page);
  connectHands(page, editing);
  connectTips(page);
  connectLater(page);
  addEventListener('hashchange', () => openAddress(page));
  if (page.session.needsMore()) await openAddress(page);
  page.commit();
  document.documentElement.dataset.ready = 'true';
  if (isFile()) openAddress(page);
}

start().catch((error) => {
  document.documentElement.hidden = false;
  alarm(messages.cannotStart);
  reportError(error);
});

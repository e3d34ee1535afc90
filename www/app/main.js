/**
 * Starts the page: the wasm package, the session that the link describes, the parts of the page.
 */
import init, { Figures, Session } from '../pkg/downhill.js';
import { alarm } from '../core/alert.js';
import { connectData } from '../controls/dataset.js';
import { connectEditing } from '../figures/editing.js';
import { connectFiles } from '../import/file-input.js';
import { connectHands } from '../figures/pointer.js';
import { connectKeys } from '../controls/keyboard.js';
import { connectLater } from '../core/lazy.js';
import { isFile, openAddress, openLink } from './address.js';
import { messages } from '../text/en/page.js';
import { Page } from '../core/page.js';
import { connectReadouts } from '../controls/readouts.js';
import { connectSettings } from '../controls/settings.js';
import { canvases, connectStage } from '../figures/canvases.js';
import { connectTabs } from '../figures/views.js';
import { connectTips } from '../figures/tooltip.js';
import { connectTransport } from '../controls/transport.js';

async function start() {
  await init();
  const figures = new Figures(...canvases());
  const page = new Page(openLink(Session), figures, Session);
  if (/[?&]embed\b/.test(location.search)) await (await import('../embed/frame.js')).connectEmbed(page);
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

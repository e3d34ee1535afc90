/**
 * Starts the page: the wasm package, the session that the link describes, the parts of the page.
 */
import init, { Figures, Session } from './pkg/downhill.js';
import { alarm } from './alert.js';
import { connectData } from './data.js';
import { connectFiles } from './files.js';
import { connectKeys } from './keys.js';
import { connectLink, openLink } from './link.js';
import { messages } from './messages.js';
import { Page } from './page.js';
import { connectReadouts } from './readouts.js';
import { connectSettings } from './settings.js';
import { canvases, connectStage } from './stage.js';
import { connectTabs } from './tabs.js';
import { connectTouch } from './touch.js';
import { connectTransport } from './transport.js';

async function start() {
  await init();
  const figures = new Figures(...canvases());
  const page = new Page(openLink(), figures);
  connectData(page);
  connectFiles(page);
  connectTransport(page);
  connectReadouts(page);
  connectSettings(page);
  connectTabs(page);
  connectLink(page);
  connectKeys(page);
  connectStage(page, figures);
  page.commit();
  connectTouch(page, figures);
  document.documentElement.dataset.ready = 'true';
}

start().catch((error) => {
  alarm(messages.cannotStart);
  reportError(error);
});

/**
 * Starts the page: the WebAssembly package, the session that the address describes, and the parts of the page.
 */
import { lazy } from '../core/lazy.js';
import { Page } from '../core/page.js';
import { connectDataset } from '../controls/dataset.js';
import { connectReadouts } from '../controls/readouts.js';
import { connectSettings } from '../controls/settings.js';
import { connectTransport } from '../controls/transport.js';
import { connectExport } from '../export/load.js';
import { canvases, connectCanvases } from '../figures/canvases.js';
import { connectEditing } from '../figures/editing.js';
import { connectFigureKeys } from '../figures/keys.js';
import { connectPointer } from '../figures/pointer.js';
import { connectViews } from '../figures/views.js';
import { connectMore } from '../full/load.js';
import { connectFileInput } from '../import/file-input.js';
import { connectLesson } from '../lesson/load.js';
import init, { Figures, Session } from '../pkg/core.js';
import { connectProgram } from '../program/load.js';
import { connectShare } from '../share/load.js';
import { texts } from '../text/en/page.js';
import { namesFile, openLink, openLinkedProgram } from './address.js';

/** Follows the address. */
const withAddress = lazy(() => import('./follow.js'), texts.partNotLoaded);

/** Opens and closes tables. */
const withTables = lazy(() => import('../tables/tables.js'), texts.partNotLoaded);

async function start() {
  await init();
  const figures = new Figures(...canvases());
  const page = new Page(openLink(Session), figures, Session);
  if (/[?&]embed\b/.test(location.search)) await (await import('../embed/frame.js')).connectFrame(page);
  connectDataset(page);
  connectFileInput(page);
  connectTransport(page);
  connectReadouts(page);
  connectSettings(page);
  connectViews(page);
  connectCanvases(page);
  const isEditing = connectEditing(page);
  connectPointer(page, isEditing);
  connectFigureKeys(page, isEditing);
  connectMore(page);
  for (const button of document.querySelectorAll('[data-table]')) {
    button.addEventListener('click', () => withTables(({ toggleTable }) => toggleTable(page, button)));
  }
  connectShare(page);
  connectExport(page);
  connectLesson(page);
  connectProgram(page);
  addEventListener('hashchange', (change) => withAddress(({ followAddress }) => followAddress(page, change)));
  const openAddress = () => withAddress((follow) => follow.openAddress(page));
  if (page.session.needsFullPackage()) await openAddress();
  else await openLinkedProgram(page);
  page.commit();
  document.documentElement.dataset.ready = 'true';
  if (namesFile()) openAddress();
  import('./later.js').then(({ connectLater }) => connectLater(page)).catch(console.info);
}

// text/en/not-started.js says so.
start().catch(reportError);

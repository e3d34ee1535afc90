import { EVERY_ENGINE, expect, test } from './page.js';

/** Controls that people and programs find by role and name; nothing else on the page bears one of these names. */
const CONTROLS = /** @type {const} */ ([
  ['button', 'Step'],
  ['button', 'Step back'],
  ['button', 'Run'],
  ['button', 'Reset'],
  ['button', 'Copy link'],
  ['textbox', 'Learning rate'],
  ['slider', 'Learning rate, slider'],
  ['textbox', 'Epochs'],
  ['textbox', 'Tolerance'],
  ['slider', 'Speed'],
  ['slider', 'Epoch'],
  ['textbox', 'Predict x'],
  ['combobox', 'Dataset'],
  ['combobox', 'X column'],
  ['combobox', 'Y column'],
  ['tab', 'Bowl'],
  ['tab', 'Map'],
  ['tab', 'Surface'],
]);

/** All roles of things that can be used. */
const ROLES = 'button|checkbox|combobox|link|radio|searchbox|slider|spinbutton|switch|tab|textbox';

test('every control is there once, by its role and its exact name', async ({ app }) => {
  const seen = await app.page.locator('body').ariaSnapshot();
  const controls = [...seen.matchAll(new RegExp(`^ *- '?(${ROLES}) "([^"]+)"`, 'gm'))].map(([, role, name]) => `${role} ${name}`);
  for (const [role, name] of CONTROLS) {
    await expect(app.page.getByRole(role, { name, exact: true }), `${role} ${name}`).toBeVisible();
    expect(controls.filter((control) => control.split(' ').slice(1).join(' ') === name)).toEqual([`${role} ${name}`]);
  }
  const upload = app.page.getByLabel('Upload CSV', { exact: true });
  await expect(upload).toHaveCount(1);
  await expect(upload).toHaveAttribute('type', 'file');
  for (const name of ['Dataset', 'X column', 'Y column']) {
    expect(await app.field(name).evaluate((select) => select.tagName)).toBe('SELECT');
  }

  await app.button('Copy link').click();
  await expect(app.page.getByRole('textbox', { name: 'Link', exact: true })).toHaveCount(1);
  await expect(app.field('Link')).toHaveAttribute('readonly');
});

test('every control can be reached by the Tab key', EVERY_ENGINE, async ({ app }) => {
  // Names are noted in the page as the focus goes by: Firefox takes long to be asked after every press.
  const names = await app.page.evaluateHandle(() => {
    /** @type {string[]} */
    const names = [];
    document.addEventListener('focusin', ({ target }) => {
      const focused = /** @type {HTMLInputElement | HTMLElement} */ (target);
      const label = 'labels' in focused ? focused.labels?.[0] : undefined;
      const name = focused.ariaLabel ?? label?.textContent ?? focused.textContent ?? '';
      names.push(name.replaceAll(/\s+/g, ' ').trim());
    });
    return names;
  });
  for (let presses = 0; presses < 60; presses += 1) await app.page.keyboard.press('Tab');
  // Tabs are one stop, in which the arrow keys go on.
  const expected = [...CONTROLS.map(([, name]) => name), 'Upload CSV'].filter(
    (name) => !['Bowl', 'Map'].includes(name),
  );
  expect(await names.jsonValue()).toEqual(expect.arrayContaining(expected));
});

test('the status says at any time where the descent stands', async ({ app }) => {
  expect(await app.status()).toBe('ready');
  await expect(app.sentence).toHaveAttribute('aria-live', 'polite');
  // Slow enough that the run has no end before it is paused, however slow the machine.
  await app.slide('Speed', 1);
  await app.button('Run').click();
  await app.waitForStatus('running');
  await expect(app.button('Pause')).toHaveCount(1);
  await expect(app.button('Run')).toHaveCount(0);

  await expect.poll(() => app.value('epoch')).toBeGreaterThan(0);
  await app.press('Pause');
  expect(await app.status()).toBe('paused');
  await expect(app.button('Run')).toHaveCount(1);
  const { epoch } = await app.descent();
  await expect(app.sentence).toContainText(`Epoch ${epoch}:`);

  await app.setField('Epochs', epoch + 2);
  await app.press('Step', 2);
  expect(await app.status()).toBe('epoch-limit');
  await expect(app.sentence).toContainText('the limit');
  await app.press('Reset');
  expect(await app.status()).toBe('ready');
  expect(await app.value('epoch')).toBe(0);
  await expect(app.field('Epochs'), 'settings are kept').toHaveValue(String(epoch + 2));
});

test('Step, Step back, Reset and the scrubber stop a run', async ({ app }) => {
  await app.slide('Speed', 0);
  for (const name of ['Step', 'Step back', 'Reset']) {
    await app.press('Step');
    await app.button('Run').click();
    await app.waitForStatus('running');
    await app.press(name);
    expect(await app.status(), name).toMatch(/^(ready|paused)$/);
  }
  await app.button('Run').click();
  await app.waitForStatus('running');
  await app.slide('Epoch', 7);
  await app.frame();
  expect(await app.status()).toBe('paused');
  expect(await app.value('epoch')).toBe(7);
});

test('Space runs and pauses and the arrow keys step, while no control has the focus', EVERY_ENGINE, async ({ app }) => {
  const { keyboard } = app.page;
  await keyboard.press('ArrowRight');
  await keyboard.press('ArrowRight');
  await expect.poll(() => app.value('epoch')).toBe(2);
  await keyboard.press('ArrowLeft');
  await expect.poll(() => app.value('epoch')).toBe(1);
  await keyboard.press('Space');
  await app.waitForStatus('running');
  await keyboard.press('Space');
  await app.waitForStatus('paused');

  const { epoch } = await app.descent();
  await app.field('Learning rate').focus();
  for (const key of ['ArrowRight', 'ArrowLeft', 'Space']) await keyboard.press(key);
  await app.frame();
  expect(await app.value('epoch'), 'in a field the keys belong to the field').toBe(epoch);
  expect(await app.status()).toBe('paused');

  await app.button('Step').focus();
  await keyboard.press('Space');
  await expect.poll(() => app.value('epoch'), 'on a button Space presses it').toBe(epoch + 1);
});

test('the views of the cost are tabs that the arrow keys change', async ({ app }) => {
  const tab = (/** @type {string} */ name) => app.page.getByRole('tab', { name, exact: true });
  const [bowl, map, surface] = ['Bowl', 'Map', 'Surface'].map(tab);
  for (const chosen of [bowl, map, surface]) {
    await chosen.click();
    await expect(chosen).toHaveAttribute('aria-selected', 'true');
    await expect(app.page.getByRole('tab', { selected: true })).toHaveCount(1);
    await expect(app.page.getByRole('tabpanel', { name: await chosen.innerText() })).toHaveCount(1);
  }
  await app.page.keyboard.press('ArrowLeft');
  await expect(map).toBeFocused();
  await expect(map).toHaveAttribute('aria-selected', 'true');
  await app.page.keyboard.press('Home');
  await expect(bowl).toHaveAttribute('aria-selected', 'true');
});

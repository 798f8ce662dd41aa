import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fake, resetFakeBrowser } from '../support/fake-browser';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../support/fake-browser')).fakeBrowser }));
const { endPresentingOfLastSession, goOnPresenting, isPresenterOn, switchPresenter } = await import('../../platform/presenter/switch-presenter');
const { isRecorderOn, switchRecorder } = await import('../../platform/recorder-switch');
const { forgetUsesWithoutPermission } = await import('../../platform/scripting-uses');

beforeEach(() => {
  resetFakeBrowser();
  fake.tabs = [
    { id: 3, incognito: false },
    { id: 4, incognito: true },
  ];
});
const state = async () => ({ isOn: await isPresenterOn(), registered: fake.registered, permissions: fake.permissions, kept: fake.local.values });
const OFF = { isOn: false, registered: [], permissions: [], kept: {} };
const ON = { isOn: true, registered: ['presenter'], permissions: ['scripting'], kept: { presenter: true } };

describe('the switch of the presenter view', () => {
  it('registers its script, and covers tabs that are open before it says that it is on', async () => {
    expect(await switchPresenter(true)).toBe(true);
    expect(await state()).toEqual(ON);
    expect(fake.inTabs).toEqual(['/presenter.js in 3', '/presenter.js in 4']);
  });
  it('leaves nothing when it is switched off', async () => {
    await switchPresenter(true);
    fake.inTabs = [];
    expect(await switchPresenter(false)).toBe(false);
    expect(await state()).toEqual(OFF);
    expect(fake.inTabs).toEqual(['no sheet in 3', 'no sheet in 4']);
  });
  it('stays off where the browser does not allow it, and where it cannot be done, with nothing left behind', async () => {
    fake.allows = false;
    expect(await switchPresenter(true)).toBe(false);
    expect(await state()).toEqual(OFF);
    Object.assign(fake, { allows: true, cannotRegister: true });
    expect(await switchPresenter(true)).toBe(false);
    expect(await state()).toEqual(OFF);
  });
  it('is off when the browser is opened again, and its permission is given back', async () => {
    await switchPresenter(true);
    // The browser forgets the script by itself.
    fake.registered = [];
    expect(await isPresenterOn()).toBe(false);
    await endPresentingOfLastSession();
    expect(await state()).toEqual(OFF);
  });
  it('goes on after an update of the extension, which loses the script, and begins nothing that was off', async () => {
    await goOnPresenting();
    expect(await state()).toEqual(OFF);
    await switchPresenter(true);
    fake.registered = [];
    await goOnPresenting();
    expect(await state()).toEqual(ON);
  });
});

describe('one permission for two', () => {
  it('stays until both are off', async () => {
    await switchRecorder(true);
    await switchPresenter(true);
    await switchPresenter(false);
    expect([await isRecorderOn(), fake.permissions]).toEqual([true, ['scripting']]);
    await switchRecorder(false);
    expect([await isRecorderOn(), fake.permissions]).toEqual([false, []]);
  });
  it('does not switch the recorder on with the presenter view', async () => {
    await switchPresenter(true);
    expect(await isRecorderOn()).toBe(false);
  });
  it('taken back in the browser’s own list it switches both off, for good', async () => {
    await switchRecorder(true);
    await switchPresenter(true);
    fake.permissions = [];
    await forgetUsesWithoutPermission();
    fake.permissions = ['scripting'];
    expect([await isRecorderOn(), await isPresenterOn()]).toEqual([false, false]);
  });
});

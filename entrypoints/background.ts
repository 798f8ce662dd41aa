import browser, { type Runtime } from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import help from '#help-pack';
import pack from '#rule-pack';
import { browserKind } from '../platform/browser-kind';
import { readClass } from '../platform/class-settings';
import { welcome } from '../platform/first-run';
import { Keeper } from '../platform/keeper';
import { endPresentingOfLastSession, goOnPresenting } from '../platform/presenter/switch-presenter';
import { Router } from '../platform/router';
import { forgetUsesWithoutPermission } from '../platform/scripting-uses';

/** Keeps the journey, settles which frame speaks, and writes the step on the badge. */
export default defineBackground(() => {
  const router = new Router(new Keeper(pack.journey), pack, undefined, help, browserKind(navigator.userAgent));
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => router.hear(message, sender) as Promise<unknown>);
  const repair = () => void router.keeper.repair().catch(() => undefined);
  // Language and text size of a computer room are there from the first day, and again after each start.
  const speakAsRoomDoes = async () => {
    const { settings, byPolicy } = await readClass();
    const { language, textSize } = settings;
    const room = { ...(byPolicy.has('language') && { language }), ...(byPolicy.has('textSize') && { textSize }) };
    if (Object.keys(room).length > 0) await router.keeper.change(() => room);
  };
  const beginDay = () => {
    repair();
    void speakAsRoomDoes().catch(() => undefined);
  };
  browser.storage.onChanged.addListener((_, area) => void (area === 'managed' && speakAsRoomDoes().catch(() => undefined)));
  browser.runtime.onInstalled.addListener(beginDay);
  browser.runtime.onInstalled.addListener(({ reason }) => void welcome(reason).catch(() => undefined));
  browser.runtime.onStartup.addListener(beginDay);
  browser.runtime.onInstalled.addListener(() => void goOnPresenting().catch(() => undefined));
  browser.runtime.onStartup.addListener(() => void endPresentingOfLastSession().catch(() => undefined));
  browser.permissions.onRemoved.addListener(() => void forgetUsesWithoutPermission().catch(() => undefined));
  browser.tabs.onRemoved.addListener((tab) => void router.closed(tab).catch(() => undefined));
});

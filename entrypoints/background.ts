import browser, { type Runtime } from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import help from '#help-pack';
import pack from '#rule-pack';
import { browserKind } from '../platform/browser-kind';
import { Keeper } from '../platform/keeper';
import { Router } from '../platform/router';

/** Keeps the journey, settles which frame speaks, and writes the step on the badge. */
export default defineBackground(() => {
  const router = new Router(new Keeper(pack.journey), pack, undefined, help, browserKind(navigator.userAgent));
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => router.hear(message, sender) as Promise<unknown>);
  const repair = () => void router.keeper.repair().catch(() => undefined);
  browser.runtime.onInstalled.addListener(repair);
  browser.runtime.onStartup.addListener(repair);
  browser.tabs.onRemoved.addListener((tab) => void router.closed(tab).catch(() => undefined));
});

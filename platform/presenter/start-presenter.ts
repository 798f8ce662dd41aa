import browser from 'webextension-polyfill';
import { IN_PAGE } from '../in-page';
import { askKeeper } from '../messages';
import { readView } from '../view';
import { Presenter } from './presenter';
import { PRESENTER_KEY, sites } from './sites';

/**
 * What `presenter.js` does in every frame of the sites while the presenter view is on. It covers first and asks afterwards; where nobody
 * answers, it stays.
 */
export function startPresenter() {
  const started = globalThis as { presented?: Document };
  if (started.presented === document) return;
  started.presented = document;
  const hosts = new Set(sites().map((site) => new URL(site.replace('*', '')).host));
  const presenter = new Presenter(document, hosts, async () => (await askKeeper<boolean>({ ask: 'hide-text' })) === true);
  const follow = (isOn: unknown) => (isOn === true ? presenter.begin() : presenter.end());
  const ask = () =>
    void browser.storage.local.get(PRESENTER_KEY).then(
      (kept) => follow(kept[PRESENTER_KEY]),
      () => undefined,
    );
  presenter.begin();
  ask();
  browser.storage.local.onChanged.addListener((changes) => {
    const change = changes[PRESENTER_KEY];
    if (change !== undefined) follow(change.newValue);
  });
  // A page that comes back from the browser's memory has heard nothing meanwhile.
  addEventListener('pageshow', ({ persisted }) => persisted && ask());
  void readView().then((view) => view !== null && presenter.take(view));
  IN_PAGE.listen(
    (message) => {
      if (message.tell === 'view') presenter.take(message.view);
      return undefined;
    },
    (view) => presenter.take(view),
  );
}

import browser from 'webextension-polyfill';

/** In local storage, beside the journal and never touched with it: the class kit. */
export const CLASS_KEY = 'class';

/** What a policy has set. Firefox refuses to answer where nobody has set anything. */
export async function readManaged(): Promise<Record<string, unknown>> {
  return browser.storage.managed.get(null).catch(() => ({}));
}

/** Shows one of our own pages in the class's text size. By hand, without the schema: the popup does it too; an unknown size has no style. */
export function followTextSize(): void {
  const show = async () => {
    const [kept, managed] = await Promise.all([browser.storage.local.get(CLASS_KEY).catch(() => ({})), readManaged()]);
    const own = (kept as Record<string, { textSize?: unknown } | undefined>)[CLASS_KEY]?.textSize;
    document.documentElement.dataset.textSize = String(isSize(managed.textSize) ? managed.textSize : own);
  };
  browser.storage.onChanged.addListener((changes, area) => void ((area === 'managed' || CLASS_KEY in changes) && show()));
  void show();
}

function isSize(value: unknown): boolean {
  return /^(normal|large|larger|largest)$/.test(String(value));
}

import browser from 'webextension-polyfill';
import { better, type CheckState, type Finding, judge, NOT_CHECKED } from '../classroom/check';
import type { NamedPage } from '../content-rules/schema';
import { comeToFront } from './own-tab';
import { openRecordPage } from './recorder-switch';
import { explanationsOf, originsOf } from './tab-in-front';

/** Nothing tells when a page has come to rest, or its guide has changed its mind: both are asked. Milliseconds. */
const LOOK_EVERY = 500;
/** A page that is loaded has this long to show what it is: parts of it come late. Milliseconds. */
const COMES_WITHIN = 8000;
/** A page that has not loaded by then is judged by what is there. Milliseconds. */
const OPENS_WITHIN = 30_000;

/** Opens the pages that an address reaches in one tab, one after the other, and then waits for those that the trainer opens. */
export class ClassCheck {
  #state = NOT_CHECKED;
  #run = 0;
  #tab: number | null = null;

  constructor(
    readonly pages: readonly NamedPage[],
    readonly sites: Parameters<typeof originsOf>[0],
    readonly onChange: (state: CheckState) => void,
  ) {}

  /** Begins anew. It ends when it is stopped or begun once more. */
  async start(): Promise<void> {
    this.#run += 1;
    const run = this.#run;
    const isWanted = () => this.#run === run;
    if (!(await browser.permissions.contains({ origins: originsOf(this.sites) }))) return this.#set({ ...NOT_CHECKED, phase: 'no-access' });
    this.#tab = null;
    this.#set({ ...NOT_CHECKED, phase: 'opening' });
    for (const page of this.pages) {
      if (page.address === undefined) continue;
      this.#set({ ...this.#state, opening: page.page });
      const finding = await this.#open(page, isWanted);
      if (!isWanted()) return;
      this.#note(page, finding);
    }
    this.#set({ ...this.#state, phase: 'watching', opening: null });
    await comeToFront();
    while (isWanted()) {
      await this.#lookAround(isWanted);
      await pause();
    }
  }

  stop(): void {
    this.#run += 1;
    this.#set({ ...this.#state, phase: 'stopped', opening: null });
  }

  /** Judges the tab of the sites that was last in front as that page: the trainer says that it is there. */
  async judgeLast(page: NamedPage): Promise<void> {
    const tab = await this.#lastTab();
    this.#note(page, judge(page.page, page.or ?? [], tab === null ? [] : await explanationsOf(tab)));
  }

  /** Records a page: opened once more where an address reaches it, else as the tab that was last in front shows it. */
  async record(page: NamedPage): Promise<void> {
    if (page.address !== undefined) await this.#open(page, () => true);
    const tab = page.address === undefined ? await this.#lastTab() : this.#tab;
    if (tab !== null) await openRecordPage(tab);
  }

  async #open(page: NamedPage, isWanted: () => boolean): Promise<Finding> {
    const opened = performance.now();
    let loaded: number | null = null;
    try {
      const tab = await this.#goTo(page.address as string);
      for (;;) {
        await pause();
        const now = performance.now();
        const { status } = await browser.tabs.get(tab);
        const finding = judge(page.page, page.or ?? [], status === 'complete' ? await explanationsOf(tab) : []);
        if (status === 'complete') loaded ??= now;
        const isOver = now - opened > OPENS_WITHIN || (loaded !== null && now - loaded > COMES_WITHIN);
        if (finding.light === 'green' || isOver || !isWanted()) return finding;
      }
    } catch {
      // The tab was closed.
      this.#tab = null;
      return judge(page.page, [], []);
    }
  }

  async #goTo(url: string): Promise<number> {
    const tab = this.#tab === null ? await browser.tabs.create({ url }) : await browser.tabs.update(this.#tab, { url, active: true });
    this.#tab = tab.id as number;
    return this.#tab;
  }

  /** What tabs of the sites show now; a page counts as well as it was ever seen. */
  async #lookAround(isWanted: () => boolean): Promise<void> {
    for (const tab of await this.#tabs()) {
      const documents = await explanationsOf(tab);
      if (!isWanted()) return;
      const findings = { ...this.#state.findings };
      for (const { page } of this.pages) {
        if (!documents.some((told) => told.page === page)) continue;
        const seen = judge(page, [], documents);
        const before = findings[page];
        findings[page] = before === undefined ? seen : better(before, seen);
      }
      if (JSON.stringify(findings) !== JSON.stringify(this.#state.findings)) this.#set({ ...this.#state, findings });
    }
  }

  /** Of the sites, the one last in front first. */
  async #tabs(): Promise<number[]> {
    const tabs = await browser.tabs.query({ url: originsOf(this.sites) }).catch(() => []);
    return tabs.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0)).flatMap(({ id }) => id ?? []);
  }

  async #lastTab(): Promise<number | null> {
    return (await this.#tabs())[0] ?? null;
  }

  #note({ page }: NamedPage, finding: Finding): void {
    this.#set({ ...this.#state, findings: { ...this.#state.findings, [page]: finding } });
  }

  #set(state: CheckState): void {
    this.#state = state;
    this.onChange(state);
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
}

import browser from 'webextension-polyfill';
import { settleLogin } from '../record/login-signs';
import { RECORDER, type Recorded, type Recorder } from '../record/recorder';
import { type FieldReport, type GuideThought, parseReport, REPORT_KIND, REPORT_VERSION } from '../record/report';
import type { Keep, Shaper } from '../record/shape';
import { inTime } from './in-time';
import { askKeeper, type Explanation } from './messages';

/** The guide's word on a tab, while it has much to read. Milliseconds. */
const GUIDE_ANSWERS_WITHIN = 5000;

/**
 * Records every frame of a tab that the extension may work in. What comes back is shaped already; unshaped words never leave the page.
 * @throws where the tab is gone, or is no page of the sites
 */
export async function recordTab(tab: number, shaper: Shaper): Promise<FieldReport> {
  const explanations = (await inTime(askKeeper<Explanation[]>({ ask: 'explain', tab }), GUIDE_ANSWERS_WITHIN).catch(() => null)) ?? [];
  const target = { tabId: tab, allFrames: true };
  await browser.scripting.executeScript({ target, files: ['/recorder.js'] });
  const signs = await inFrames<ReturnType<Recorder['signs']>>(target, askForSigns, [RECORDER]);
  const login = settleLogin(
    signs.map(({ result }) => result),
    explanations.map(({ page }) => page),
  );
  const keep: Keep = login === 'guest' ? 'open' : 'known';
  const recorded = await inFrames<Recorded>(target, askToRecord, [RECORDER, keep]);
  const documents = recorded
    .sort((a, b) => a.frameId - b.frameId)
    .map(({ frameId, result: { width: _, ...document } }) => {
      const told = explanations.find(({ frame }) => frame === frameId);
      return { ...document, guide: told === undefined ? null : thoughtOf(told, shaper, keep) };
    });
  return parseReport({
    kind: REPORT_KIND,
    version: REPORT_VERSION,
    extension: browser.runtime.getManifest().version,
    recorded: today(),
    width: recorded.find(({ frameId }) => frameId === 0)?.result.width ?? 0,
    login,
    documents,
  });
}

interface FromFrame<T> {
  frameId: number;
  result: T;
}

async function inFrames<T>(target: { tabId: number; allFrames: boolean }, ask: (...words: never[]) => unknown, args: string[]): Promise<FromFrame<T>[]> {
  const answers = await browser.scripting.executeScript({ target, func: ask as (...words: unknown[]) => unknown, args });
  // A frame that has gone meanwhile, or has only just come, gives nothing.
  return answers.filter(({ result }) => result !== undefined && result !== null) as FromFrame<T>[];
}

/** Both are sent into the page as text: they may use nothing but what they are given. */
const askForSigns = (recorder: string) => (globalThis as unknown as Record<string, Recorder>)[recorder]?.signs();
const askToRecord = (recorder: string, keep: Keep) => (globalThis as unknown as Record<string, Recorder>)[recorder]?.record(keep);

/** What the guide thought, without opening tags and without the words of its card, which are ours. */
function thoughtOf({ verdict, page, step, speaks, target, cautions, why }: Explanation, shaper: Shaper, keep: Keep): GuideThought {
  return {
    verdict: verdict as GuideThought['verdict'],
    page,
    step,
    speaks,
    target: target === null ? null : { role: target.role, name: shaper.text(target.name, keep) },
    cautions: [...new Set(cautions.map(({ id }) => id))],
    why,
  };
}

/** The day, by the clock of this computer. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), String(now.getMonth() + 1).padStart(2, '0'), String(now.getDate()).padStart(2, '0')].join('-');
}

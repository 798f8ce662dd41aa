import type { Page } from 'puppeteer-core';

/** One event of a Chromium trace; `dur` in µs. */
export interface TraceEvent {
  name: string;
  pid: number;
  dur?: number;
  args?: { data?: Record<string, unknown> };
}

/** Everything on the timeline of the whole browser while `work` goes on. */
export async function tracedEvents(page: Page, work: () => Promise<void>): Promise<TraceEvent[]> {
  await page.tracing.start({ categories: ['-*', 'devtools.timeline', 'disabled-by-default-devtools.timeline'] });
  await work();
  const buffer = await page.tracing.stop();
  if (buffer === undefined) throw new Error('the browser gave no trace');
  return (JSON.parse(new TextDecoder().decode(buffer)) as { traceEvents: TraceEvent[] }).traceEvents;
}

/** The processes that draw pages of these hosts, by the trace's own list of frames. */
export function pageProcesses(events: readonly TraceEvent[], hosts: readonly string[]): Set<number> {
  const frames = events.flatMap(({ name, args }) =>
    name === 'TracingStartedInBrowser' ? ((args?.data?.frames ?? []) as { url: string; processId: number }[]) : [],
  );
  return new Set(frames.filter(({ url }) => URL.canParse(url) && hosts.includes(new URL(url).host)).map(({ processId }) => processId));
}

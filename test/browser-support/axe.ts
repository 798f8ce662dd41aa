import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';

/** axe-core as it is published, to be put into a page. */
const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** One thing that axe found fault with. */
export interface Violation {
  rule: string;
  /** The elements, by their ancestors: axe's short names change with whatever else is in the document. */
  at: string[];
  /** What is wrong, in axe's words. */
  why: string;
}

interface WithAxe {
  axe: {
    run(
      context: object,
      options: object,
    ): Promise<Record<'violations' | 'incomplete' | 'passes', { id: string; nodes: { ancestry: unknown; failureSummary?: string }[] }[]>>;
  };
}

/** WCAG 2.0 to 2.2, A and AA, and what axe calls best practice. No rule is switched off here. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/**
 * Lets axe look at a page.
 * @param part selectors of what to look at and what to leave out; all of it where nothing is said
 * @returns what it finds fault with, what it cannot tell (what something lies over has no contrast that it could measure), and how many rules held
 */
export async function axeOn(
  page: Page,
  part: { include?: string[]; exclude?: string[] } = {},
): Promise<{ violations: Violation[]; unsure: Violation[]; held: number }> {
  const isThere = await page.evaluate(() => 'axe' in globalThis);
  if (!isThere) await page.evaluate(SOURCE);
  return page.evaluate(
    async (context, tags) => {
      const { violations, incomplete, passes } = await (globalThis as unknown as WithAxe).axe.run(context, {
        runOnly: tags,
        resultTypes: ['violations', 'incomplete'],
      });
      const told = (results: typeof violations) =>
        results.map(({ id, nodes }) => ({ rule: id, at: nodes.map(({ ancestry }) => JSON.stringify(ancestry)), why: nodes[0]?.failureSummary ?? '' }));
      return { violations: told(violations), unsure: told(incomplete), held: passes.length };
    },
    Object.keys(part).length === 0 ? { exclude: [] } : part,
    TAGS,
  );
}

/** Each element with each rule that it breaks, in a line. */
export function linesOf(violations: readonly Violation[]): string[] {
  return violations.flatMap(({ rule, at }) => at.map((element) => `${rule} ${element}`));
}

import type { RulePack, Site } from '../../content-rules/schema';
import type { Drilled } from '../../drills/drill';
import { Random } from '../../drills/random';
import { markComplaints } from '../../engine/facts/complaints';
import { readFacts } from '../../engine/facts/read';
import { look } from '../../engine/look';
import type { Progress } from '../../engine/progress';
import { claimOf, frameThatSpeaks } from '../../engine/settle';
import type { Verdict } from '../../engine/verdict';
import { type Vocabulary, vocabularyOf } from '../../engine/vocabulary';
import type { PlacedCase } from '../../tools/build/rule-pack';
import { progressOf } from '../support/looked';
import { closePage, openReplica, sightWithoutLayout, takeWordsOff } from '../support/page';
import { siteOf } from '../support/readings';

/** What a tab shows: the verdict of the document that speaks, and what it points at. */
export interface TabSeen {
  verdict: Verdict;
  element: Element | null;
  /** Number of the document that speaks. */
  speaker: number;
}

/** One document of a case, open. */
interface OpenDocument {
  site: Site;
  page: Drilled;
  vocabulary: Vocabulary;
  marks: Map<Element, string>;
}

/** A case open in happy-dom: its document and those of its frames that belong to a guided site. */
export class OpenedCase {
  readonly documents: OpenDocument[];
  readonly progress: Progress;
  /** Open shadow roots that the last look went through. */
  roots: ShadowRoot[] = [];
  readonly #framedSteps: number[];
  readonly #standsFor = new Map<Element, Element>();

  constructor(pack: RulePack, { folder, case: entry }: PlacedCase, seed: number) {
    const files = [[entry.url, `${folder}/${entry.replica}`], ...Object.entries(entry.frames ?? {})] as const;
    this.progress = progressOf(entry.given, pack.journey, folder);
    this.#framedSteps = pack.journey.steps.filter((step) => step.framed).map(({ step }) => step);
    this.documents = files.flatMap(([address, file], index) => {
      const { host, pathname } = new URL(address);
      const site = siteOf(pack.journey, host);
      if (site === null) return [];
      const { document, marks } = openReplica(file, address);
      takeWordsOff(document, entry.without ?? []);
      const page: Drilled = {
        document,
        target: null,
        replace: (old, by) => {
          this.#standsFor.set(by, this.#original(old));
          if (page.target === old) page.target = by;
        },
        random: new Random(seed),
        address: { host, path: pathname },
        framed: index > 0,
      };
      return [{ site, page, vocabulary: vocabularyOf(pack, site), marks }];
    });
  }

  #original(element: Element): Element {
    return this.#standsFor.get(element) ?? element;
  }

  /** What stands for an element of the untouched page now. */
  nowOf(element: Element): Element {
    return [...this.#standsFor].findLast(([, original]) => original === element)?.[0] ?? element;
  }

  /** The element of the untouched page that one stands for. Twins are one: they bear one mark, or the same words and address. */
  meaning(element: Element | null, target: Element | null): Element | null {
    if (element === null) return null;
    const original = this.#original(element);
    const marks = this.documents.find(({ page }) => page.document === original.ownerDocument)?.marks;
    const isTwin = target !== null && marks?.has(target) === true && marks.get(original) === marks.get(target);
    return isTwin || (target !== null && leadTheSameWay(original, target)) ? target : original;
  }

  /** @param left the fields that the person has left */
  look(left: ReadonlySet<Element> = new Set()): TabSeen {
    this.roots = [];
    const looked = this.documents.map(({ page, vocabulary }) => {
      const sight = { ...sightWithoutLayout(page.document), wasLeft: (element: Element) => left.has(element) };
      const reading = readFacts(page.document, page.address, vocabulary, sight);
      const { facts, elements, roots } = reading;
      const sent = vocabulary.rules.find(({ id }) => id === this.progress.sentFrom)?.sent;
      if (sent !== undefined) markComplaints(reading, sent.complaints, sight);
      this.roots.push(...roots);
      const verdict = look(facts, vocabulary.rules, { progress: this.progress, framed: page.framed, framedSteps: this.#framedSteps });
      const located = verdict.kind === 'recognised' ? verdict.target : null;
      return { verdict, element: located === null ? null : (elements[located.element] ?? null) };
    });
    const speaker = frameThatSpeaks(new Map(looked.map(({ verdict }, index) => [index, claimOf(verdict, index)]))) ?? 0;
    return { ...(looked[speaker] as (typeof looked)[number]), speaker };
  }

  /** The fields that are asked for one after the other while nothing but filling in happens, from the one that is pointed at. */
  fieldsAskedFor(): Element[] {
    const left = new Set<Element>();
    const ticked: HTMLInputElement[] = [];
    for (;;) {
      const { element } = this.look(left);
      if (element === null || left.has(element) || !element.matches('select, textarea, input:not([type=radio], [type=submit])')) break;
      left.add(element);
      if (!element.matches('[type=checkbox]')) continue;
      (element as HTMLInputElement).checked = true;
      ticked.push(element as HTMLInputElement);
    }
    for (const box of ticked) box.checked = false;
    return [...left];
  }

  close() {
    for (const { page } of this.documents) closePage(page.document);
  }
}

function leadTheSameWay(one: Element, other: Element): boolean {
  const address = one.getAttribute('href');
  return address !== null && address === other.getAttribute('href') && one.textContent?.trim() === other.textContent?.trim();
}

import type { ControlRole, Evidence, Finder, PagePack, Rule, Site, Words } from '../content-rules/schema';
import { type Pattern, patterns, writtenAs } from './normalise';
import { rawAddress, rawWords } from './raw-words';
import { NameIndex, WordIndex } from './word-index';

/** Everything that the rules of one site could recognise: nothing else of a page is looked at. */
export interface Vocabulary {
  rules: readonly Rule[];
  /** Words looked for in text. */
  texts: WordIndex;
  /** Words that may make up a whole block. */
  headings: NameIndex;
  /** Names of controls, by what is done with them. */
  names: Record<ControlRole, NameIndex>;
  /** The names of buttons once more, to tell whether a text holds one. */
  buttonNames: WordIndex;
  /** Globs over addresses of links whose name is only a picture. */
  addresses: readonly string[];
  /** Whether a text of the page, as it is written, may hold a word or the name of a button: see `rawWords`. */
  raw: RegExp;
  /** Parts of which every link to one of the addresses holds one. */
  rawAddresses: readonly string[];
}

const CHOICE_ROLES: readonly ControlRole[] = ['radio', 'checkbox'];

/** Collects the words of all rules of a site; done once for a document. */
export function vocabularyOf(pack: PagePack, site: Site): Vocabulary {
  const rules = pack.rules.filter((rule) => rule.id.startsWith(`${site}/`));
  const texts = new Set<string>();
  const headings: Pattern[] = [];
  const names: Record<ControlRole, Pattern[]> = { button: [], radio: [], checkbox: [], field: [] };
  const addresses = new Set<string>();

  const addText = (words: Words) => {
    for (const { text } of patterns(words)) texts.add(text);
  };
  const addHeading = (words: Words) => {
    addText(words);
    headings.push(...patterns(words));
  };
  const addFinder = (finder: Finder) => {
    if (finder.name !== undefined) names[finder.role].push(...patterns(finder.name));
    for (const glob of [finder.address ?? [], finder.elsewhere ?? []].flat()) addresses.add(glob);
    if (finder.within !== undefined) {
      addHeading(finder.within.text);
      if (finder.within.not !== undefined) addHeading(finder.within.not);
    }
  };
  const addEvidence = (line: Evidence) => {
    if ('text' in line) addText(line.text);
    else if ('heading' in line) addHeading(line.heading);
    else if ('button' in line) names.button.push(...patterns(line.button));
    else if ('field' in line) names.field.push(...patterns(line.field));
    else for (const role of CHOICE_ROLES) names[role].push(...patterns(line.choice));
  };

  for (const rule of rules) {
    for (const line of [...rule.recognise.all, ...rule.recognise.none]) addEvidence(line);
    for (const finder of findersOf(rule)) addFinder(finder);
    for (const notice of rule.notices ?? []) addEvidence(notice);
  }
  const buttonNames = new Set(names.button.map(({ text }) => text));
  const { host } = pack.journey.sites[site] as { host: string };
  return {
    rules,
    texts: new WordIndex([...texts]),
    headings: new NameIndex(headings),
    names: {
      button: new NameIndex(names.button),
      radio: new NameIndex(names.radio),
      checkbox: new NameIndex(names.checkbox),
      field: new NameIndex(names.field),
    },
    buttonNames: new WordIndex([...buttonNames]),
    addresses: [...addresses],
    raw: rawWords([...texts, ...buttonNames], writtenAs),
    rawAddresses: [...new Set([...addresses].map((glob) => rawAddress(glob, host)))],
  };
}

/** Every way in which a rule finds something on its page. */
export function findersOf(rule: Rule): Finder[] {
  return [
    ...rule.targets.flatMap((target) => [...target.find, ...[target.then ?? []].flat().flatMap(({ find }) => find)]),
    ...(rule.sent?.by ?? []),
    ...rule.cautions.flatMap((caution) => [...caution.about, ...(caution.hold?.find ?? []), ...(caution.choose ?? [])]),
  ];
}

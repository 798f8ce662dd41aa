import { z } from 'zod';

/**
 * What one rule, the journey and a case look like. The only description: types are inferred from it, the build checks
 * every file against it, and nothing of zod reaches the browser.
 */

/** Words as a person reads them on the site; several are alternatives. A trailing 「…」 means "begins with". */
export const words = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);

const languages = <T extends z.ZodType>(value: T) => z.strictObject({ 'zh-TW': value, en: value });

const sentence = z.string().min(1).max(90);

/** Sentences of one card. `title` follows 「第 n 步，共 11 步：」; `do` is one action, `why` one reason. */
export const sentences = z.strictObject({
  title: sentence.optional(),
  do: sentence.optional(),
  why: sentence.optional(),
  done: sentence.optional(),
});

const answer = <T extends [string, ...string[]]>(values: T) => z.union([z.enum(values), z.array(z.enum(values)).min(1)]);

/** The only condition a rule knows: the person's answers, and whether they landed here again after we sent them away. */
export const condition = z.strictObject({
  hours: answer(['yes', 'no', 'unsaid']).optional(),
  civil: answer(['yes', 'no', 'unsaid']).optional(),
  account: answer(['yes', 'no', 'unsaid']).optional(),
  identify: answer(['number', 'certificate', 'none', 'unsaid']).optional(),
  visit: answer(['first', 'again']).optional(),
});

/** `button` takes anything that is pressed (button, link, image button), `field` anything that is filled in. */
export const controlRole = z.enum(['button', 'radio', 'checkbox', 'field']);

export const finder = z
  .strictObject({
    role: controlRole,
    name: words.optional(),
    /** Globs over the link's host and path in lower case, for controls whose name is only a picture. */
    address: words.optional(),
    /** Not those that lead to one of these addresses: a fan page bears the same name as a login, but is none. */
    elsewhere: words.optional(),
    /** Only controls that stand under this heading, not under the other. */
    within: z.strictObject({ text: words, not: words.optional() }).optional(),
  })
  .refine((value) => value.name !== undefined || value.address !== undefined, 'needs a name or an address');

const absence = z.enum(['drift']).optional();
export const evidence = z.union([
  z.strictObject({ text: words, absence }),
  z.strictObject({ heading: words, absence }),
  z.strictObject({ button: words, absence }),
  z.strictObject({ choice: words, absence }),
  z.strictObject({ field: words, absence }),
]);

/** Official pages that a card or the popup may open. Keys of `places` in journey.yaml. */
const place = z.string().regex(/^[a-z-]+$/);

/** Said where the site complains of what was filled in there; left out, the card's own words for any field. */
const wrong = languages(sentences).optional();

/** One more thing to do on the same page, due when what comes before it is chosen, ticked or filled in and left. */
const next = z.strictObject({
  for: condition.optional(),
  find: z.array(finder).min(1),
  say: languages(sentences).optional(),
  wrong,
  /** Some builds of the page do not have it, or show it only after a tick. */
  optional: z.literal(true).optional(),
  /** Nobody needs to fill it in: spoken of only while the person is in it. */
  needless: z.literal(true).optional(),
  /** The site empties it when the form comes back. */
  emptied: z.literal(true).optional(),
});

export const target = z.strictObject({
  for: condition.optional(),
  /** The step shown here when it is not the rule's own (the chooser is step 2 for some, step 10 for others). Null: none. */
  step: z.int().min(1).max(11).nullable().optional(),
  what: z.string(),
  /** In order of trust; each must find exactly one. Empty: there are words, but nothing to point at. */
  find: z.array(finder),
  /** Its words are not known for sure: where it is not found once, the sentence stands without a ring. */
  optional: z.literal(true).optional(),
  /** What follows on this page, in its order. */
  then: z.union([next, z.array(next).min(1)]).optional(),
  say: languages(sentences).optional(),
  wrong,
  /** Said where fields were filled in for the person and cannot be changed, as by a certificate. */
  prefilled: languages(sentence).optional(),
  /** A button on the card that opens this official page. */
  open: place.optional(),
  /** A telephone number to show, a key of `hotlines` in journey.yaml. */
  call: place.optional(),
});

export const caution = z
  .strictObject({
    id: z.string().regex(/^[a-z-]+$/),
    for: condition.optional(),
    /** The wrong choice itself. Every element that any of these finds. */
    about: z.array(finder).min(1),
    /** What is held. Left out: the wrong choice itself, at once. */
    hold: z.strictObject({ find: z.array(finder).min(1), while: z.literal('about-is-checked') }).optional(),
    /** `costly` holds the press; `check` holds it for a look once more; `note` is only a line on the card. */
    weight: z.enum(['note', 'costly', 'check']),
    /** The note is shown only once the wrong choice is made, as far as it tells. */
    once: z.literal('about-is-checked').optional(),
    /** The native radio that the main button selects on the person's press; the ring goes there otherwise. */
    choose: z.array(finder).min(1).optional(),
    /** `note` is the quiet line: always with weight `note`, else once the wrong choice is made. */
    say: languages(
      z.strictObject({
        title: sentence.optional(),
        body: sentence.optional(),
        safe: sentence.optional(),
        insist: sentence.optional(),
        note: sentence.optional(),
      }),
    ),
  })
  .superRefine((value, context) => {
    const needed = value.weight === 'note' ? (['note'] as const) : (['title', 'body', 'safe', 'insist'] as const);
    for (const language of ['zh-TW', 'en'] as const) {
      for (const part of needed) {
        if (value.say[language][part] === undefined) {
          context.addIssue({ code: 'custom', path: ['say', language], message: `a caution of weight ${value.weight} needs \`${part}\`` });
        }
      }
    }
  });

export const source = z.enum([
  'guide-2021',
  'screenshot-2026-01',
  'capture-2026-04',
  'capture-2026-07',
  'program-2013',
  'program-2021',
  'program-2026',
  'faq-official',
  'inferred',
]);

export const site = z.enum(['elearn', 'egov', 'portal']);

export const rule = z
  .strictObject({
    id: z.string().regex(/^(elearn|egov|portal)\/\d\d-[a-z0-9-]+$/),
    step: z.int().min(1).max(11).nullable(),
    is: z.string().min(10),
    recognise: z.strictObject({
      path: z.array(z.string().startsWith('/')).min(1),
      all: z.array(evidence).min(2),
      none: z.array(evidence).default([]),
    }),
    targets: z.array(target).default([]),
    cautions: z.array(caution).default([]),
    /** A form that the site may send back. */
    sent: z
      .strictObject({
        /** What sends it. */
        by: z.array(finder).min(1),
        /** Parts of what a site writes beside a field that it does not take, anywhere in that text. */
        complaints: z.array(z.string().min(2)).min(1),
        /** Said once it has come back, of what the site has emptied. */
        say: languages(sentence),
      })
      .optional(),
    /** States that the page tells of in words, anywhere in a text: each is answered by a line on the card. */
    notices: z.array(z.strictObject({ text: words, say: languages(sentence) })).optional(),
    /** The page speaks of the hours of one course, or of those of a list of courses: the card says what it says. */
    hours: z.enum(['course', 'list']).optional(),
    say: languages(sentences.extend({ title: sentence })),
    sources: z.array(source).min(1),
    verified: z.strictObject({ on: z.iso.date(), how: z.string().min(5), live: z.union([z.literal('never'), z.iso.date()]) }),
  })
  .superRefine((value, context) => {
    const needed = value.recognise.all.filter((line) => line.absence !== 'drift');
    const isControl = (line: z.infer<typeof evidence>) => 'button' in line || 'choice' in line || 'field' in line;
    if (!value.recognise.all.some(isControl)) {
      context.addIssue({ code: 'custom', path: ['recognise', 'all'], message: 'needs a control (button, choice or field) among its evidence' });
    }
    if (needed.length < 2) {
      context.addIssue({ code: 'custom', path: ['recognise', 'all'], message: 'needs two lines of evidence that are not `absence: drift`' });
    }
  });

/** A page that is known to exist but whose looks nobody has seen: no rule can claim it. */
export const unknownPage = z.strictObject({
  id: rule.shape.id,
  step: rule.shape.step,
  is: z.string().min(10),
  unknown: z.literal(true),
  sources: rule.shape.sources,
  verified: rule.shape.verified,
});

/** The words by which the hours of courses are read. */
export const hoursWords = z.strictObject({
  /** What stands before the number. */
  label: words,
  /** Without one of these behind it a number is none of hours. */
  unit: words,
  /** Words between two numbers, so that neither is the number. */
  range: words,
  /** How the path of a course's page begins, in lower case. */
  course: z.string().startsWith('/'),
  /** Labels of the list of facts in which the course's own hours stand. */
  beside: words,
  /** Words that stand on the page of a course, and in no box about another. */
  page: words,
  who: z.strictObject({ label: words, anyone: words }),
  /** What has to be done to pass; `unless`: words that may turn a line into its opposite. */
  pass: z.strictObject({ label: words, reading: words, test: words, questionnaire: words, hour: words, minute: words, mark: words, unless: words }),
});

export const journey = z.strictObject({
  sites: z.record(site, z.strictObject({ host: z.string(), name: languages(sentence) })),
  places: z.record(place, z.strictObject({ url: z.url({ protocol: /^https$/ }), name: languages(sentence), button: languages(sentence) })),
  /** Without `hours` nobody knows them, and that is said. */
  hotlines: z.record(
    place,
    z.strictObject({ name: languages(sentence), telephone: z.string(), hours: languages(sentence).optional(), mail: z.email().optional() }),
  ),
  steps: z
    .array(
      z.strictObject({
        step: z.int().min(1).max(11),
        title: languages(sentence),
        /** Where the popup leads for this step. */
        open: place,
        call: place,
        /** What the popup says is next. */
        next: languages(sentence),
        /** The answers that make the step needless. */
        needless: condition.optional(),
        /** Said on an unknown page while this step was the last one finished. */
        lost: languages(sentence).optional(),
        /** The step is not seen on a page but confirmed by the person. */
        confirmed: z.literal(true).optional(),
        /** Said on the pages of other steps until the person has confirmed this one. */
        waiting: languages(z.strictObject({ do: sentence, why: sentence })).optional(),
        /** The step's pages may come in the login dialog's frame, so an unknown page in a frame is part of the journey. */
        framed: z.literal(true).optional(),
      }),
    )
    .length(11),
  /** What an arrival tells about the person, because the site only shows this page after that choice. */
  tells: z.record(z.string(), condition),
  hours: hoursWords,
});

/** A host name as browsers write it: lower case, no dot at the end. */
const host = z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/);

/** The addresses that may be called right, and what is known of others beside them. */
export const officialHosts = z.strictObject({
  hosts: z
    .array(
      z.strictObject({
        host: host.endsWith('.gov.tw'),
        /** Of a site that is guided. */
        site: site.optional(),
        name: languages(sentence),
        /** What one does there. */
        for: languages(sentence),
        /** Words of the host that mean nothing else: an address with all of them that is not the government's passes for this one. */
        telling: z
          .array(z.string().regex(/^[a-z]{3,}$/))
          .min(2)
          .optional(),
        sources: z.array(source).min(1),
      }),
    )
    .min(1),
  /** Domains that look like an official one and are somebody's own. */
  others: z.array(host),
  shorteners: z.array(host),
  fraud: z.strictObject({ name: languages(sentence), telephone: z.string() }),
});

/** `pages.yaml`: what a page is called among people, and the one way to it without an account. */
export const namedPages = z.array(
  z
    .strictObject({
      page: rule.shape.id,
      name: languages(z.string().min(2).max(40)),
      /** Opens it. */
      address: z.url({ protocol: /^https$/ }).optional(),
      /** What the same address may show as well. */
      or: z.array(rule.shape.id).min(1).optional(),
      /** What to press, and where. */
      press: languages(sentence).optional(),
      /** Why nobody gets there without an account. */
      left: languages(sentence).optional(),
    })
    .refine(({ address, press, left }) => [address, press, left].filter((way) => way !== undefined).length === 1, 'needs one of address, press and left'),
);

/** Short names that messages, storage and the support desk use. */
const slug = z.string().regex(/^[a-z][a-z0-9-]{2,39}$/);

/** One reason why somebody gets no further, as they would say it, and the one thing to do about it. Its id is used nowhere else. */
export const cause = z.strictObject({
  id: slug,
  for: condition.optional(),
  /** A button of the panel, so without a full stop. */
  sign: languages(z.string().min(1).max(60)),
  do: languages(sentence),
  why: languages(sentence).optional(),
  /** Leads out of it, step by step. */
  recovery: slug.optional(),
  open: place.optional(),
  /** Whom to call where it is not the step's own number. */
  call: place.optional(),
  /** What to say there instead of where one is. Never anything personal. */
  ask: languages(sentence).optional(),
});

/** `content-rules/stuck/step-<nn>.yaml`: what is most likely first. */
export const causesOfStep = z.array(cause).min(3);
/** `stuck.yaml` beside a rule: what comes before the causes of the step. */
export const causesOfPage = z.array(cause).min(1);

/** What is said where the browser's own words differ. */
const perBrowser = <T extends z.ZodType>(value: T) => z.strictObject({ chrome: value, edge: value, firefox: value });
const elsewhere = languages(z.strictObject({ do: sentence, why: z.string().min(1).max(130).optional() }));

const given = z.strictObject({
  hours: z.enum(['yes', 'no']).optional(),
  civil: z.enum(['yes', 'no']).optional(),
  account: z.enum(['yes', 'no']).optional(),
  identify: z.enum(['number', 'certificate', 'none']).optional(),
  visit: z.enum(['first', 'again']).optional(),
  after: z.int().min(0).max(11).optional(),
  /** The person has sent the form of this page, and the site has sent it back. */
  sent: z.literal(true).optional(),
});

/** A replica on which a way back is tried. */
const recoveryCase = z.strictObject({
  /** `elearn/01-home/replica.html` */
  replica: z.string().endsWith('.html'),
  url: z.url({ protocol: /^https$/ }),
  given: given.optional(),
  /** The `data-expect` word of the one element to point at; null: nothing. */
  target: z.string().nullable(),
});

/** A way back from a wrong turn: what is pointed at and said while it is under way, before what the rules themselves say. */
export const recovery = z.strictObject({
  id: slug,
  is: z.string().min(10),
  title: languages(z.string().min(1).max(40)),
  /** What somebody says of themselves who begins it. */
  tells: z
    .strictObject({ hours: z.enum(['yes', 'no']), account: z.enum(['yes', 'no']) })
    .partial()
    .optional(),
  /** Where it leads from any page that is none of its own; left out where the person had better stay. */
  open: place.optional(),
  call: place,
  ask: languages(sentence),
  /** Its own targets, tried before those of the page's rule. They move nobody to another of the eleven steps. */
  steps: z.array(
    z.strictObject({
      page: rule.shape.id,
      target: target.omit({ step: true, say: true }).extend({ say: languages(sentences.extend({ title: sentence, do: sentence })) }),
    }),
  ),
  /** Said on every other page, known or not, and in the popup. */
  elsewhere: z.union([elsewhere, perBrowser(elsewhere)]),
  /** It is over with the arrival at one of these. */
  until: z.array(rule.shape.id),
  /** Its unknown pages may come in the login dialog's frame. */
  framed: z.literal(true).optional(),
  cases: z.array(recoveryCase),
  sources: rule.shape.sources,
  verified: rule.shape.verified,
});

/** Something that is wrong with a site for the time being: said on the card of its page while the page shows its sign. */
export const knownProblem = z
  .strictObject({
    id: slug,
    page: rule.shape.id,
    /** What the page shows only while it has the problem. */
    sign: evidence,
    since: z.iso.date(),
    /** The last day on which it is told; left out, until it is taken off the list. */
    until: z.iso.date().optional(),
    say: languages(sentence),
    /** Nothing is ringed on the page while it shows the sign; the card names what to look for. */
    ring: z.literal('off').optional(),
    sources: rule.shape.sources,
  })
  .refine(({ since, until }) => until === undefined || until >= since, { path: ['until'], message: 'expected a day not before `since`' });

export const verdictKind = z.enum(['recognised', 'degraded', 'ambiguous', 'lost', 'quiet']);
export const cases = z
  .array(
    z.strictObject({
      replica: z.string().endsWith('.html'),
      url: z.url({ protocol: /^https$/ }),
      frames: z.record(z.url(), z.string().endsWith('.html')).optional(),
      given: given.optional(),
      /** Words taken off the page before it is looked at: what the guide says when the site has changed. */
      without: z.array(z.string().min(1)).optional(),
      expect: z.strictObject({
        verdict: z.union([verdictKind, z.array(verdictKind).min(1)]),
        target: z.string().nullable(),
        cautions: z.array(z.string()).optional(),
        /** How many lines of evidence are missing though the page is told. */
        drift: z.int().min(0).optional(),
        /** What is read of the hours; `line` is the mark of what is ringed where that is unclear. */
        hours: z
          .union([
            z.strictObject({
              course: z.union([z.number(), z.literal('unclear')]),
              line: z.string().nullable().optional(),
              who: z.enum(['anyone', 'some']).nullable().optional(),
              /** As `minutes 60`, `mark 75`, `questionnaire`. */
              pass: z.array(z.string()).optional(),
              hasMore: z.boolean().optional(),
            }),
            z.strictObject({ all: z.int(), some: z.int(), unclear: z.int() }),
            z.literal('nothing'),
          ])
          .optional(),
      }),
      note: z.string().optional(),
    }),
  )
  .min(1);

export type Words = z.infer<typeof words>;
export type Condition = z.infer<typeof condition>;
export type ControlRole = z.infer<typeof controlRole>;
export type Finder = z.infer<typeof finder>;
export type Evidence = z.infer<typeof evidence>;
export type Target = z.infer<typeof target>;
export type CautionRule = z.infer<typeof caution>;
export type RuleFile = z.infer<typeof rule>;
export type KnownProblem = z.infer<typeof knownProblem>;
/** A state that the page tells of, and the line that answers it; a known problem is one, with its days. */
export type Notice = Evidence & Pick<KnownProblem, 'say' | 'ring' | 'until'> & { since?: string | undefined };
/** What the engine needs of a rule: its story and sources stay at home. */
export type Rule = Omit<RuleFile, 'is' | 'sources' | 'verified' | 'notices'> & { notices?: Notice[] | undefined };
export type UnknownPage = z.infer<typeof unknownPage>;
export type HoursWords = z.infer<typeof hoursWords>;
export type Journey = z.infer<typeof journey>;
export type Site = z.infer<typeof site>;
type OfficialHostsFile = z.infer<typeof officialHosts>;
/** What the check of an address needs: the sources stay at home. */
export type OfficialHosts = Omit<OfficialHostsFile, 'hosts'> & { hosts: OfficialHost[] };
export type OfficialHost = Omit<OfficialHostsFile['hosts'][number], 'sources'>;
/** Page → its replicas below content-rules/, each with an address at which it was tried. */
export type Scenes = Record<string, { replica: string; address: string }[]>;
export type NamedPage = z.infer<typeof namedPages>[number];
export type Case = z.infer<typeof cases>[number];
export type Sentences = z.infer<typeof sentences>;
export type Language = 'zh-TW' | 'en';
export type VerdictKind = z.infer<typeof verdictKind>;

/** What the browser gets: everything the guide knows of the sites, checked when it was built. */
export interface RulePack {
  journey: Journey;
  rules: Rule[];
}

export type Cause = z.infer<typeof cause>;
export type Recovery = z.infer<typeof recovery>;
export type BrowserKind = 'chrome' | 'edge' | 'firefox';

/** What is shown only on demand: the background has it, and is asked for it. */
export interface HelpPack {
  causes: { steps: Record<number, Cause[]>; pages: Record<string, Cause[]> };
  recoveries: Recovery[];
}

/** A way back as a page of one site needs it. */
export interface RecoveryOfSite {
  id: string;
  say: Record<Language, { note: string; leave: string; do: string; why: string }>;
  steps: { page: string; target: Target }[];
  open?: string | undefined;
  /** Those that it opens. */
  places: PagePack['journey']['places'];
  framed: boolean;
}

type JourneyStep = Journey['steps'][number];
type Hotline = Journey['hotlines'][string];

/** The part of the pack that every page of one site carries: its own rules and what their cards need, without what only the popup shows. */
export interface PagePack {
  journey: {
    /** The one site. */
    sites: Record<string, { host: string }>;
    /** Those that its rules open. */
    places: Record<string, Pick<Journey['places'][string], 'button'>>;
    hotlines: Record<string, Pick<Hotline, 'name' | 'telephone'>>;
    /** With the title only where `lost` or `waiting` is said under it. */
    steps: (Pick<JourneyStep, 'step' | 'open' | 'call' | 'lost' | 'framed' | 'waiting'> & Partial<Pick<JourneyStep, 'title'>>)[];
  };
  rules: Rule[];
}

import { render } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import help from '#help-pack';
import hours from '#hours-words';
import knownProblems from '#known-problems';
import egov from '#page-pack/egov';
import elearn from '#page-pack/elearn';
import portal from '#page-pack/portal';
import replicas from '#replicas';
import pack from '#rule-pack';
import versions from '#rules-version';
import scenes from '#scenes';
import { CallerView, type KnownLine } from '../../components/desk/CallerView';
import { DeskPage } from '../../components/desk/DeskPage';
import { DeskTexts } from '../../components/desk/DeskTexts';
import { cardsOf, likelyCauses, scriptOf } from '../../components/desk/desk-model';
import { usePageTitle } from '../../components/page-title';
import { practiceWordsOf } from '../../components/practice/words';
import { faultSentence } from '../../components/support-report/fault-sentence';
import type { Language } from '../../content-rules/schema';
import { askKeeper } from '../../platform/messages';
import { openOwnPageStore, useStore } from '../../platform/own-page-store';
import { Stage } from '../../platform/practice/stage';
import { followTextSize } from '../../platform/text-size';
import { wordsOfCode } from '../../support/code-words';
import { type DecodedCode, decodeSpokenCode } from '../../support/decode';
import { type Caller, callerOfCode, callerOfReport } from '../../support/desk/caller';
import { deskCatalogueOf } from '../../support/desk/catalogue';
import { linesOfReport, replayedSentences } from '../../support/desk/report-words';
import { isSameSight, type Scene, sceneOf } from '../../support/desk/scene';
import { faultWords } from '../../support/fault-words';
import { problemsAt, problemWords } from '../../support/known-problems';
import { NOBODY, replyText } from '../../support/reply';
import type { SupportReport } from '../../support/report/format';
import { LARGEST, readReport } from '../../support/report/read-report';
import { type Replay, replay } from '../../support/report/replay';
import { ticketText } from '../../support/ticket';

const store = openOwnPageStore(pack.journey.tells);
followTextSize();
const content = { pack, pages: { elearn, egov, portal }, help, hours, replicas };
const rules = { pack, help, versions };

/** What was typed or opened. */
type Given = { from: 'code'; code: DecodedCode } | { from: 'report'; report: SupportReport; replayed: Replay | null };

function Main() {
  const { memory, settings } = useStore(store);
  const { language } = settings;
  const [given, setGiven] = useState<Given | null>(null);
  const [round, setRound] = useState(0);
  const [fault, setFault] = useState<((language: Language) => string) | null>(null);
  usePageTitle(language, deskCatalogueOf(language).title);
  const refuse = (say: (language: Language) => string) => {
    setFault(() => say);
    setGiven(null);
  };
  const take = (next: Given) => {
    setFault(null);
    setGiven(next);
    setRound((before) => before + 1);
  };
  const look = (text: string) => {
    const decoded = decodeSpokenCode(text);
    if (decoded.ok) take({ from: 'code', code: decoded });
    else refuse((spoken) => faultWords(decoded.fault, spoken));
  };
  const open = async (file: File) => {
    if (file.size > LARGEST) return refuse((spoken) => faultSentence({ what: 'too-large', place: '', expected: '' }, spoken));
    const text = await file.text().catch(() => null);
    if (text === null) return refuse((spoken) => deskCatalogueOf(spoken).unreadable);
    const read = readReport(text, rules);
    if ('fault' in read) return refuse((spoken) => faultSentence(read.fault, spoken));
    return take({ from: 'report', report: read.report, replayed: replay(read.report, rules) });
  };
  if (memory === 'reading') return null;
  return (
    <DeskPage
      language={language}
      fault={fault === null ? null : fault(language)}
      onLanguage={(chosen) => void askKeeper({ ask: 'change', settings: { language: chosen } })}
      onCode={look}
      onReport={(file) => void open(file)}
    >
      {given !== null && <Known key={round} given={given} language={language} />}
    </DeskPage>
  );
}

function Known({ given, language }: { given: Given; language: Language }) {
  const caller = useMemo(() => (given.from === 'code' ? callerOfCode(given.code, pack) : callerOfReport(given.report, given.replayed, pack)), [given]);
  const scene = useMemo(() => (caller === null ? null : sceneOf(caller, scenes, pack, help)), [caller]);
  const cards = useMemo(() => (caller === null ? null : cardsOf(caller, rules)), [caller]);
  const known = given.from === 'code' ? wordsOfCode(given.code, pack, help, language) : linesOfReport(given.report, caller, pack, language);
  return (
    <CallerView
      language={language}
      known={known}
      replayed={given.from === 'code' ? null : replayedSentences(given.report, given.replayed, rules, language)}
      cards={cards}
      script={caller === null ? [] : scriptOf(caller, cards, rules, language)}
      picture={caller === null || scene === null ? null : <Picture scene={scene} caller={caller} language={language} />}
      texts={<Texts given={given} caller={caller} known={known} language={language} />}
    />
  );
}

/** What goes into tickets and mails. Without a page in the report there is a ticket, and a mail for nobody in particular. */
function Texts({ given, caller, known, language }: { given: Given; caller: Caller | null; known: readonly KnownLine[]; language: Language }) {
  const source =
    given.from === 'code'
      ? { code: given.code.groups.join(' '), rulesDate: given.code.rulesDate }
      : { code: null, rulesDate: given.report.versions.rules.date };
  return (
    <DeskTexts
      language={language}
      ticket={ticketText(known, source, language)}
      causes={caller === null ? [] : likelyCauses(caller, help)}
      problems={caller?.page == null ? [] : problemsAt(knownProblems, caller.page, new Date()).map((problem) => problemWords(problem, language))}
      reply={(cause, written) => replyText(caller ?? NOBODY, cause, pack, versions.date, written)}
    />
  );
}

/** The caller's page, played with the guide in it, which may see something else than theirs. */
function Picture({ scene, caller, language }: { scene: Scene; caller: Caller; language: Language }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [isSame, setSame] = useState<boolean | null>(null);
  const words = deskCatalogueOf(language);
  const stage = useMemo(
    () =>
      new Stage(
        content,
        { way: 'guided', faults: [], language, startStep: 1, scene },
        '',
        () => undefined,
        (played) => setSame(played === null ? null : isSameSight(caller, played.verdict)),
      ),
    [scene, language],
  );
  useEffect(() => {
    (window as Window & { stage?: Stage }).stage = stage;
    if (frame.current !== null) void stage.begin(frame.current);
  }, [stage]);
  return (
    <>
      <p role="status" class={isSame === false ? 'note' : 'hint'} data-part="sight" data-same={String(isSame)}>
        {isSame === null ? '' : isSame ? words.same : words.notSame}
      </p>
      <p class="band">{practiceWordsOf(language).band}</p>
      <iframe ref={frame} class="stage" data-replica={scene.replica} title={words.callers} />
    </>
  );
}

render(<Main />, document.getElementById('support') as HTMLElement);

import { useState } from 'preact/hooks';
import type { Language } from '../../content-rules/schema';
import { FAULTS, type Fault } from '../../practice/faults';
import { START_STEPS } from '../../practice/starts';
import { WAYS, type Way } from '../../practice/ways';
import { practiceWordsOf } from './words';

export interface PracticeChoice {
  way: Way;
  faults: Fault[];
  startStep: number;
}

/** What is chosen before a practice: the way, and for trainers what goes wrong and where it begins. */
export function PracticeStart({ language, initial, onBegin }: { language: Language; initial: PracticeChoice; onBegin(choice: PracticeChoice): void }) {
  const words = practiceWordsOf(language);
  const [faults, setFaults] = useState<readonly Fault[]>(initial.faults);
  const set = (fault: Fault, isOn: boolean) => setFaults((before) => (isOn ? [...before, fault] : before.filter((each) => each !== fault)));
  const [startStep, setStartStep] = useState(initial.startStep);
  const begin = (way: Way) => onBegin({ way, faults: [...faults], startStep });
  return (
    <>
      <section class="panel" aria-label={words.start.way}>
        <p>{words.start.lead}</p>
        <p class="note">{words.start.safe}</p>
        <h2>{words.start.way}</h2>
        {WAYS.map((way) => (
          <button key={way} type="button" data-action={`begin-${way}`} class={way === initial.way ? 'main' : 'option'} onClick={() => begin(way)}>
            {words.ways[way]}
            <small>{words.start[`${way}Why`]}</small>
          </button>
        ))}
      </section>
      <details class="panel" open={initial.faults.length > 0 || initial.startStep > 1}>
        <summary>{words.start.faults}</summary>
        {FAULTS.map((fault) => (
          <label key={fault} class="check">
            <input type="checkbox" data-fault={fault} checked={faults.includes(fault)} onChange={({ currentTarget }) => set(fault, currentTarget.checked)} />
            {words.faults[fault]}
          </label>
        ))}
        <label class="check">
          {words.start.from}
          <select data-action="start-step" value={startStep} onChange={({ currentTarget }) => setStartStep(Number(currentTarget.value))}>
            {START_STEPS.map((step) => (
              <option key={step} value={step}>
                {step}
              </option>
            ))}
          </select>
        </label>
        <a class="option" data-action="handouts" href="handouts.html">
          {words.start.handouts}
        </a>
      </details>
    </>
  );
}

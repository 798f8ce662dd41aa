import { gzipped } from '../../build/entry-sizes';
import { type ArmBrowser, withArmBrowsers } from '../arm-browsers';
import { type Arm, type ArmName, contentScript } from '../arms';
import { GOALS, type GoalId, judge } from '../goals';
import { stepAddress } from '../pages';
import type { Bench, Part } from '../part';
import { shown } from '../shown';
import type { Estimate } from '../statistics';
import { addedByClick, measureClicks } from './click';
import { measureRest } from './idle';
import { addedTo, measureLoads } from './load';
import { measureGrowth } from './memory';
import { atLoad } from './ring';
import { measureLayouts, shifts } from './shift';
import { measureStorms, stormShares } from './storm';

/** A fault that a gate has to see, measured exactly as the extension is: in a content script that does nothing else. */
interface Control {
  fault: string;
  goal: GoalId;
  /** The content script without the fault and with it. */
  without?: string;
  with: string;
  measure(bench: Bench, arms: { none: Arm; without: Arm; with: Arm }): Promise<{ without: number; with: number }>;
}

const RING_AFTER = (frames: number) => `{
  const wait = (left) => requestAnimationFrame(() => left > 0 ? wait(left - 1) : document.documentElement.append(document.createElement('register-guide')));
  addEventListener('DOMContentLoaded', () => wait(${frames}));
}`;

const CONTROLS: readonly Control[] = [
  {
    fault: 'a busy loop of 5 ms',
    goal: 'load.script',
    with: 'for (const end = performance.now() + 5; performance.now() < end; );',
    async measure({ port, random, isQuick }, { none, without, with: faulty }) {
      const samples = await withArmBrowsers([none, without, faulty], port, (browsers) => measureLoads(browsers, stepAddress(1000), isQuick ? 3 : 5, random));
      const added = addedTo(samples, random);
      return both((arm) => added[arm.name]?.script.high as number, without, faulty);
    },
  },
  {
    fault: 'a setInterval of 1 s',
    goal: 'idle.chromium',
    with: 'setInterval(() => {}, 1000);',
    async measure({ port }, { without, with: faulty }) {
      const counts = await withArmBrowsers([without, faulty], port, (browsers) => Promise.all(browsers.map((browser) => measureRest(browser, 3))));
      const [clean = 0, dirty = 0] = counts.map((work) => Object.values(work).reduce((all, count) => all + count, 0));
      return { without: clean, with: dirty };
    },
  },
  {
    fault: 'an observer that reads all text at every change',
    goal: 'storm.share',
    with: `new MutationObserver(() => { globalThis.read = document.body.textContent.includes('沒有這些字'); })
      .observe(document, { subtree: true, childList: true, characterData: true, attributes: true });`,
    async measure({ port, random }, { none, without, with: faulty }) {
      const samples = await withArmBrowsers([none, without, faulty], port, (browsers) => measureStorms(browsers, 2, 2, random));
      const added = stormShares(samples, 2, random);
      return both((arm) => (added[arm.name] as { script: Estimate }).script.high, without, faulty);
    },
  },
  {
    fault: 'one node left behind at every navigation',
    goal: 'memory.nodes',
    with: `globalThis.kept = []; let at = location.href;
      new MutationObserver(() => { if (location.href !== at) { at = location.href; kept.push(document.createElement('div')); } })
        .observe(document, { subtree: true, childList: true });`,
    async measure({ port }, { without, with: faulty }) {
      const grown = await withArmBrowsers([without, faulty], port, (browsers) => Promise.all(browsers.map((browser) => measureGrowth(browser, 100))));
      const [clean = 0, dirty = 0] = grown.map(({ before, after }) => after.nodes - before.nodes);
      return { without: clean, with: dirty };
    },
  },
  {
    fault: 'something that moves the page by 1 px',
    goal: 'shift.moved',
    with: `document.body.style.paddingTop = '1px';`,
    async measure({ port, random }, { none, without, with: faulty }) {
      const rows = shifts(await withArmBrowsers([none, without, faulty], port, (browsers) => measureLayouts(browsers, 1, random)));
      return both((arm) => rows.find(({ name }) => name === arm.name)?.moved as number, without, faulty);
    },
  },
  {
    fault: 'a busy loop of 8 ms at every press',
    goal: 'click.added',
    with: `addEventListener('click', () => { for (const end = performance.now() + 8; performance.now() < end; ); }, true);`,
    async measure({ port, random, isQuick }, { none, without, with: faulty }) {
      const samples = await withArmBrowsers([none, without, faulty], port, (browsers) => measureClicks(browsers, isQuick ? 2 : 4, random));
      const added = addedByClick(samples, random);
      return both((arm) => added[arm.name]?.high as number, without, faulty);
    },
  },
  {
    fault: 'a ring that comes four frames late',
    goal: 'ring.late',
    without: RING_AFTER(0),
    with: RING_AFTER(4),
    async measure({ port }, { without, with: faulty }) {
      const late = (arm: Arm) => withArmBrowsers([arm], port, async ([browser]) => atLoad(browser as ArmBrowser, stepAddress(1000)));
      return { without: await late(without), with: await late(faulty) };
    },
  },
  {
    fault: '40 KB of dead code',
    goal: 'bytes.content-script',
    with: '',
    async measure({ random }) {
      // Code that packs to a quarter, in a script that fills the goal to within 2 KB.
      const filling = bytesOf(GOALS['bytes.content-script'].most - 2000, random);
      return { without: gzipped(filling).length, with: gzipped(Buffer.concat([filling, Buffer.from(deadCode(40_000, random))])).length };
    },
  },
];

/** Whether every gate sees what it is there for: green without the fault, red with it. */
export const controls: Part = async (bench) => {
  const [none] = await bench.arms('none');
  const rows: { control: Control; without: number; with: number; isSeen: boolean }[] = [];
  for (const [index, control] of CONTROLS.entries()) {
    bench.log(`controls: ${control.fault}`);
    const arm = (name: ArmName, folder: string, script: string): Arm => ({ name, extension: contentScript(`${folder}-${index}`, script, runAtOf(control)) });
    const values = await control.measure(bench, {
      none: none as Arm,
      without: arm('no-op', 'without', control.without ?? ';'),
      with: arm(`no-op + ${control.fault}`, 'with', control.with),
    });
    const isSeen = judge(control.goal, values.without).isMet && !judge(control.goal, values.with).isMet;
    rows.push({ control, ...values, isSeen });
  }
  const blind = rows.filter(({ isSeen }) => !isSeen);
  return {
    figures: [judge('controls.blind', blind.length)],
    tables: [
      {
        title: 'Faults put in on purpose, each in a content script that does nothing else',
        head: ['fault', 'gate', 'without it', 'with it', ''],
        rows: rows.map(({ control: { fault, goal }, without, with: faulty, isSeen }) => {
          const { what, unit, most } = GOALS[goal];
          return [fault, `${what}, ≤ ${most.toLocaleString('en')} ${unit}`, shown(without), shown(faulty), isSeen ? 'seen' : '**not told apart**'];
        }),
      },
    ],
    samples: rows.map(({ control: { fault, goal }, ...values }) => ({ fault, goal, ...values })),
    voids: blind.map(({ control: { fault, goal } }) => `the gate ${goal} cannot tell ${fault}`),
  };
};

function both(value: (arm: Arm) => number, without: Arm, faulty: Arm): { without: number; with: number } {
  return { without: value(without), with: value(faulty) };
}

function runAtOf({ goal }: Control): string {
  return goal === 'ring.late' ? 'document_start' : 'document_idle';
}

/** Functions that nobody calls, no two alike, as a library brings them. */
function deadCode(length: number, random: () => number): string {
  let code = '';
  for (let number = 0; code.length < length; number += 1) {
    const [a, b, c] = [...bytesOf(3, random)];
    code += `function unused${number}(value, other) { if (value.part${a} > ${b}) return other.map((one) => one.name${c} + value.size${number}); return value['field-${a}-${c}']; }\n`;
  }
  return code;
}

function bytesOf(length: number, random: () => number): Buffer {
  return Buffer.from(Array.from({ length }, () => Math.floor(random() * 256)));
}

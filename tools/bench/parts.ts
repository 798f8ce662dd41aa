import { bytes } from './measures/bytes';
import { click } from './measures/click';
import { controls } from './measures/controls';
import { hours } from './measures/hours';
import { idle } from './measures/idle';
import { load } from './measures/load';
import { look } from './measures/look';
import { memory } from './measures/memory';
import { popup } from './measures/popup';
import { ring } from './measures/ring';
import { shift } from './measures/shift';
import { storm } from './measures/storm';
import type { Part } from './part';

/** Everything that the bench measures, in the order of docs/performance.md. */
export const PARTS = { load, ring, look, hours, storm, idle, shift, click, memory, bytes, popup, controls } satisfies Record<string, Part>;

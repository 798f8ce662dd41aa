import { indexOf } from '../../record/known-words';
import { Shaper } from '../../record/shape';
import { knownWords } from '../../tools/build/known-words';
import { pack } from './content';
import { ROOT } from './page';

/** What the built extension knows of the sites. */
export const known = knownWords(ROOT, pack);
export const shaper = new Shaper(indexOf(known));

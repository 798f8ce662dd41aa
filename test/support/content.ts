import { readContent } from '../../tools/build/rule-pack';
import { ROOT } from './page';

/** Everything under content-rules/, read once in a test file. */
export const { pack, help, problems, cases, unknownPages, officialHosts } = readContent(ROOT);

import type { Scenes } from '../../content-rules/schema';
import type { Content } from './rule-pack';

/**
 * For each page its replicas, each with an address at which it was tried, without its query: what the support desk can show of it. The
 * plain one comes first, and only those that the rule tells for sure.
 */
export function scenesOf({ pack, cases }: Pick<Content, 'pack' | 'cases'>): Scenes {
  const scenes: Scenes = {};
  for (const { id } of pack.rules) {
    const told = cases.filter(({ folder, case: { expect, without, frames } }) => {
      const isSure = [expect.verdict].flat().every((verdict) => verdict === 'recognised');
      return folder === id && isSure && without === undefined && frames === undefined;
    });
    const list = told.map(({ case: { replica, url } }) => ({ replica: `${id}/${replica}`, address: new URL(new URL(url).pathname, url).href }));
    const plain = (replica: string) => Number(!replica.endsWith('/replica.html'));
    const once = list.filter(({ replica }, index) => list.findIndex((each) => each.replica === replica) === index);
    scenes[id] = once.sort((a, b) => plain(a.replica) - plain(b.replica));
  }
  return scenes;
}

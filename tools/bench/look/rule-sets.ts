import type { PagePack, Rule, RulePack } from '../../../content-rules/schema';
import { pagePack } from '../../build/rule-pack-module';

export const RULE_SETS = ['spread over paths', 'all on one path', 'all by texts'] as const;
/** How made-up rules lie: as real ones do, or as bad as they can. */
export type RuleSet = (typeof RULE_SETS)[number];

const say = { title: '選課', do: '請按這裡。', why: '為了比較。' };

/**
 * The real rules of elearn and made-up ones beside them.
 * @param count how many in all
 */
export function ruleSet(pack: RulePack, set: RuleSet, count: number): PagePack {
  const own = pack.rules.filter(({ id }) => id.startsWith('elearn/'));
  const made = Array.from({ length: Math.max(0, count - own.length) }, (_, index) => madeRule(set, index));
  const base = pagePack(pack, 'elearn');
  return { ...base, rules: [...base.rules, ...made] };
}

function madeRule(set: RuleSet, index: number): Rule {
  const own = `虛構第${index}頁`;
  const path = set === 'spread over paths' ? `/mooc/made_${index}.php` : '/mooc/user/registration_center.php';
  return {
    id: `elearn/90-made-${index}`,
    step: 11,
    recognise: {
      path: [path],
      all:
        set === 'all by texts'
          ? [{ text: `${own}的說明` }, { text: `${own}的標題` }, { text: `${own}的內文` }, { button: `${own}送出` }]
          : [{ text: `${own}的說明` }, { button: `${own}送出` }, { choice: `${own}同意` }],
      none: [],
    },
    targets: [{ for: {}, find: [{ role: 'button', name: `${own}送出` }], what: own }],
    cautions: [],
    say: { 'zh-TW': say, en: say },
  };
}

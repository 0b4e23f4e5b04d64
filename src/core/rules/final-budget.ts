/** Final accounts that print 预算数 beside 决算数: what was spent stays within the budget, unless the text says why not. */
import { judge } from '../interval';
import type { AmountRelation, Fact, Facts, Item, Rule } from '../model';
import { oncePer } from '../once';
import { compact } from '../recognise/text';
import { indexOf, measureKey, plus } from './select';
import { skip } from './skip';

const RULE = 'final-budget';
/** A sentence gives a reason for more than the budget: 「比预算增加1.5万元，主要原因是……」. */
const REASON =
  /(?:超|大于|高于|多于|增加|增长).*(?:原因|由于|因(?!公)|主要|为了)|(?:原因|由于|因(?!公)|主要|为了).*(?:超|大于|高于|多于|增加|增长)/;
const TOTAL = /三公/;
/** Words by which a sentence speaks of an item; of a part, for both 购置及运行费 and the part itself. */
const WORDS: Readonly<Partial<Record<Item, RegExp>>> = {
  abroad: /出国/,
  reception: /接待/,
  vehicle: /公务用车|公车/,
  'vehicle-purchase': /(?:公务用车|公车)购置/,
  'vehicle-running': /(?:公务用车|公车)(?:购置(?:费)?(?:及|和|、|与))?运(?:行|维)/,
};

/**
 * 决算不超预算.
 *
 *     财政拨款“三公”经费支出决算表
 *     合计   |        | 因公出国(境)费 |        | 公务用车购置及运行费 |        | 公务接待费 |
 *     预算数 | 决算数 | 预算数         | 决算数 | 预算数               | 决算数 | 预算数     | 决算数
 *     0.95   | 1.05   |                |        |                      |        | 0.95       | 1.05
 *
 * → 提示：1.05 ＞ 0.95
 */
export const finalBudget: Rule = {
  meta: {
    id: RULE,
    title: '决算数不大于预算数：“三公”经费各项（说明写明原因的除外），支出各科目与全年（调整）预算数',
    basis: '《中华人民共和国预算法》第十三条：各部门、各单位的支出必须以经批准的预算为依据；《党政机关厉行节约反对浪费条例》',
    severity: 'info',
  },
  *relations(facts) {
    for (const [table, all] of indexOf(facts).byTable) {
      const items = table.kind === 'three-public';
      for (const spent of all) {
        if (spent.stage !== undefined || spent.side !== 'expenditure' || spent.flow !== undefined) continue;
        if (items ? spent.item === null : !isLeaf(facts, spent)) continue;
        const budget = plannedFor(facts, spent, items);
        if (!budget) continue;
        const made = within(spent, budget);
        if (items && judge(made).verdict === 'mismatch' && saysWhy(facts, spent.item)) {
          yield skip(RULE, 'skip.final-budget-explained', { label: spent.columnLabel }, table.sheet);
        } else yield made;
      }
    }
  },
};

/** What is spent on an account that no other row tells in more detail. */
function isLeaf(facts: Facts, { line, account, row }: Fact): boolean {
  return line === 'account' && account !== null && !indexOf(facts).children.has(row);
}

/** 全年预算数, which counts what was added in the course of the year; for the “三公” items else the budget of its beginning. */
function plannedFor(facts: Facts, spent: Fact, items: boolean): Fact | undefined {
  const planned = (stage: Fact['stage']): Fact | undefined =>
    indexOf(facts)
      .byRow.get(spent.row)
      ?.find((fact) => fact.stage === stage && measureKey({ ...fact, stage: undefined }) === measureKey(spent));
  return planned('adjusted') ?? (items ? planned('budget') : undefined);
}

function within(spent: Fact, budget: Fact): AmountRelation {
  const message = { id: 'rule.final-budget', data: { label: spent.label, column: spent.columnLabel } };
  return { type: 'amount', rule: RULE, op: '<=', left: plus([spent]), right: plus([budget]), message };
}

/** For an item by its own name or the whole's; for the whole by any item's. */
function saysWhy(facts: Facts, item: Item | null): boolean {
  const own = item === null ? undefined : WORDS[item];
  const said = own ? [own, TOTAL] : [TOTAL, ...Object.values(WORDS)];
  return reasonsOf(facts).some((passage) => said.some((words) => words.test(passage)));
}

/** What the text says of an item, up to where it goes on to the next, as far as it gives a reason. */
const reasonsOf = oncePer(({ paragraphs = [] }: Facts): readonly string[] =>
  paragraphs.flatMap(({ text }) => {
    const passages: string[] = [];
    for (const sentence of compact(text).split(/[。；;]/)) {
      const passage = namesItem(sentence) ? '' : (passages.pop() ?? '');
      passages.push(passage + sentence);
    }
    return passages.filter((passage) => /预算/.test(passage) && REASON.test(passage));
  }),
);

function namesItem(sentence: string): boolean {
  return [TOTAL, ...Object.values(WORDS)].some((words) => words.test(sentence));
}

/**
 * Which figures of the tables can a subject mean? Readings in order of likelihood, each the facts whose sum it is. A statement that
 * agrees with one of them holds; one that agrees with none is wrong only when the subject is certain.
 */
import { compare } from '../amount';
import { FISCAL_FUNDS, OWN_FUNDS } from '../funds';
import { yuan } from '../interval';
import { namedAccounts } from './accountNames';
import type { Account, Fact, Facts, Fund, Item, Nature, Side, TableKind } from '../model';
import { currentExpenditure, indexOf, mainFund, select } from '../rules/select';
import type { TableSet } from '../rules/table-sets';
import { isDepartment, type AccountPath, type Subject } from './subjects';
import { isOneFund } from './inherit';
import type { Section } from './sections';

export type Reading = readonly Fact[];
/** `planned`: the 预算数 that final accounts print beside a 决算数. */
export type Year = 'current' | 'last' | 'planned';

export interface Meaning {
  readonly readings: readonly Reading[];
  /** Only likely: what does not hold is not judged. */
  readonly soft: boolean;
  /** A difference is worth a look and no more (机关运行经费 and 公用经费). */
  readonly hint: boolean;
}

const NOTHING: Meaning = { readings: [], soft: true, hint: false };

export interface Context {
  readonly facts: Facts;
  readonly set: TableSet;
  readonly section: Section;
  readonly year: Year;
  readonly sentence: string;
  /** It stands in a list of parts: then it is of the whole's money. */
  readonly listed: boolean;
}

/** Readings without a single cell mean nothing and are left out. */
export function meaningOf(subject: Subject, context: Context): Meaning {
  if (!isOfDepartment(subject, context)) return NOTHING;
  const meaning = read(subject, context);
  const readings = meaning.readings.filter((reading) => reading.length > 0);
  return { ...meaning, readings, soft: meaning.soft || subject.soft === true };
}

/** 结余分配 stands on such a line as well, and is not carried over. */
function carriedOut(context: Context, fund: Fund | undefined): readonly Reading[] {
  const wanted = { side: 'expenditure', line: 'carry-out', nature: 'all' } as const;
  const lines = isOneFund(fund) ? [pick(context, 'fiscal-summary', { ...wanted, fund })] : inSummaries(context, wanted);
  return lines.map((reading) => reading.filter(({ label }) => /结转/.test(label)));
}

/** True unless the words name a unit of the department, or somebody else. */
export function isOfDepartment(subject: Subject, context: Pick<Context, 'facts' | 'set'>): boolean {
  return subject.owner === undefined || isDepartment(subject.owner, departmentOf(context));
}

/** All names under which the tables and the text's own title know the department. */
function departmentOf({ facts, set }: Pick<Context, 'facts' | 'set'>): string {
  const names = new Set([...set.values()].flatMap(({ department }) => department ?? []));
  const lines = (facts.paragraphs ?? []).slice(0, 3).map(({ text }) => text.replace(/\s/g, ''));
  const titles = lines.filter((text) => text.length <= 60 && !/[，。；：]|元/.test(text));
  return [...names, ...titles].join(' ');
}

function read(subject: Subject, context: Context): Meaning {
  if (subject.path) return certain(byPath(context, subject.path, subject.fund ?? context.section.fund));
  if (subject.topic === 'three-public' && subject.item) return certain(threePublic(context, subject.item));
  if (subject.topic === 'procurement') return certain(procurement(context, subject));
  if (subject.topic === 'agency' && subject.item) return agency(context);
  if (subject.name !== undefined) return byName(context, subject, subject.name);
  if (subject.topic === 'performance') return performance(context, subject);
  if (subject.carried === 'out') return certain(carriedOut(context, subject.fund ?? context.section.fund));
  if (subject.carried === 'in' && subject.fund) return certain(carriedIn(context, subject.fund));
  return budget(context, subject);
}

function certain(readings: readonly Reading[]): Meaning {
  return { readings, soft: false, hint: false };
}

function pick(context: Context, kind: TableKind, wanted: Parameters<typeof select>[2]): Reading {
  const { year, facts } = context;
  const table = context.set.get(kind);
  return table && year !== 'planned' ? select(facts, table, { ...wanted, year }).slice(0, 1) : [];
}

/** The first readings that state an amount, else the first that have a cell. */
function first(...readings: readonly Reading[]): Reading {
  return readings.find((reading) => reading.some(({ value }) => value !== null)) ?? readings.find((reading) => reading.length > 0) ?? [];
}

// ---- totals, sources, natures -------------------------------------------------------------------------------------

function budget(context: Context, subject: Subject): Meaning {
  const { section } = context;
  const fund = subject.fund ?? section.fund;
  const side = subject.side ?? (subject.bothSides ? undefined : section.side);
  if (subject.bothSides) return certain([...incomes(context, fund ?? 'all'), ...expenditures(context, fund ?? 'all', 'all')]);
  if (side === 'income') return certain(incomes(context, fund ?? 'all'));
  const nature = subject.nature ?? (side === 'expenditure' && !subject.fund ? section.nature : undefined) ?? 'all';
  if (side === 'expenditure' || subject.nature) {
    if (fund) {
      const readings = [...expenditures(context, fund, nature, subject.current), ...alsoGeneral(context, subject, nature)];
      return { readings, soft: subject.current === true && carriesOver(context), hint: false };
    }
    // Whose money is not said: all of it, or the treasury's.
    const readings = [...expenditures(context, 'all', nature), ...expenditures(context, 'general', nature)];
    return { readings, soft: nature !== 'all' || context.year === 'last', hint: false };
  }
  if (!fund) return NOTHING;
  return certain([...expenditures(context, fund, 'all', subject.current), ...incomes(context, fund)]);
}

/** Under a heading of all funds a sentence by itself may yet speak of the treasury's money, as the one before it did. */
function alsoGeneral(context: Context, subject: Subject, nature: Nature): readonly Reading[] {
  const open = !context.listed && subject.fund === undefined && context.section.fund === 'all' && nature !== 'all';
  return open ? expenditures(context, 'general', nature) : [];
}

/** Money of the year before stands in the tables: 当年 may then mean less than a table's total. Final accounts have lines for 本年. */
function carriesOver(context: Context): boolean {
  if ([...context.set.values()][0]?.phase === 'final') return false;
  return (['dept-summary', 'fiscal-summary'] as const).some((kind) => {
    const table = context.set.get(kind);
    return (table ? select(context.facts, table, { side: 'income', line: 'carry-in' }) : []).some(({ value }) => value !== null);
  });
}

function incomes(context: Context, fund: Fund): readonly Reading[] {
  const line = (kind: TableKind, of: 'grand-total' | 'current-total'): Reading => pick(context, kind, { side: 'income', line: of });
  if (fund === 'all')
    return [
      first(line('dept-summary', 'grand-total'), line('dept-income', 'grand-total')),
      line('dept-summary', 'current-total'),
      pick(context, 'dept-income', { side: 'income', line: 'grand-total', fund: 'current' }),
    ];
  const inSummary = pick(context, 'dept-summary', { side: 'income', line: 'source', source: fund });
  const inFiscal = pick(context, 'fiscal-summary', { side: 'income', line: 'source', source: fund });
  if (fund === 'balance-use') return [pick(context, 'dept-summary', { side: 'income', line: 'balance-use' })];
  if (fund === 'carry-in') return isOneFund(context.section.fund) ? carriedIn(context, context.section.fund) : carriedIn(context);
  // 单位资金 is every source that is not the treasury's.
  if (fund === 'own')
    return [
      first(
        inSummary,
        OWN_FUNDS.flatMap((source) => pick(context, 'dept-summary', { side: 'income', line: 'source', source })),
      ),
    ];
  if (fund === 'fiscal') {
    const sources = FISCAL_FUNDS.flatMap((source) => pick(context, 'dept-summary', { side: 'income', line: 'source', source }));
    const stated = first(line('fiscal-summary', 'grand-total'), line('fiscal-summary', 'current-total'));
    return [stated, line('fiscal-summary', 'current-total'), first(inSummary, sources)];
  }
  const ofFiscal = context.section.fund !== undefined && context.section.fund !== 'all';
  const source = ofFiscal ? first(inFiscal, inSummary) : first(inSummary, inFiscal);
  const carried = pick(context, 'fiscal-summary', { side: 'income', line: 'carry-in-source', source: fund });
  return [
    first(source, pick(context, 'dept-income', { side: 'income', line: 'grand-total', fund })),
    ...(carried.length > 0 && source.length > 0 ? [[...source, ...carried]] : []),
  ];
}

/** 上年结转: of one fund, or in all. */
function carriedIn(context: Context, source?: Fund): readonly Reading[] {
  return inSummaries(context, { side: 'income', ...(source ? { line: 'carry-in-source', source } : { line: 'carry-in' }) });
}

/** What is carried over: of the treasury's money where the section speaks of that, else of all. */
function inSummaries(context: Context, wanted: Parameters<typeof select>[2]): readonly Reading[] {
  const kinds = ['dept-summary', 'fiscal-summary'] as const;
  const ofFiscal = context.section.fund !== undefined && context.section.fund !== 'all';
  return (ofFiscal ? [...kinds].reverse() : kinds).map((kind) => pick(context, kind, wanted));
}

const OWN_TABLE: Partial<Record<Fund, TableKind>> = {
  general: 'general-expenditure',
  'gov-fund': 'gov-fund',
  'state-capital': 'state-capital',
};

function expenditures(context: Context, fund: Fund, nature: Nature, current = false): readonly Reading[] {
  const total = (kind: TableKind, of: Nature = 'all', money?: Fund): Reading =>
    pick(context, kind, { side: 'expenditure', line: 'grand-total', nature: of, ...(money ? { fund: money } : {}) });
  if (fund === 'all') {
    // 人员经费 and 公用经费 stand in the basic table only.
    if (nature === 'staff' || nature === 'operating') {
      const own = total('dept-expenditure', nature);
      return own.length > 0 ? [own] : basicIsGeneral(context) ? [total('general-basic', nature)] : [];
    }
    if (nature !== 'all') return [total('dept-expenditure', nature)];
    return [
      first(total('dept-summary'), total('dept-expenditure')),
      pick(context, 'dept-summary', { side: 'expenditure', line: 'current-total' }),
    ];
  }
  const table = OWN_TABLE[fund];
  if (nature === 'all') {
    const summary = context.set.get('fiscal-summary');
    const inSummary =
      summary && context.year === 'current' ? currentExpenditure(context.facts, summary, { fund }).map(({ fact }) => fact) : [];
    const own = table ? total(table) : [];
    const thisYear = table && current ? total(table, 'all', 'current') : [];
    return [first(thisYear, own, total('fiscal-summary', 'all', fund), inSummary.slice(0, 1)), own];
  }
  if (fund === 'gov-fund' || fund === 'state-capital') return [table ? total(table, nature) : []];
  if (fund !== 'general' && fund !== 'fiscal') return [];
  // The treasury's basic expenditure is general money, its projects are so when the other two funds have none.
  const basic = first(total('general-expenditure', nature), total('general-basic', nature));
  const project = first(total('general-expenditure', nature), total('general-project', nature), listOfGeneral(context));
  if (nature !== 'project') return [basic];
  const others = fund === 'fiscal' ? (['gov-fund', 'state-capital'] as const).flatMap((kind) => total(kind)) : [];
  return others.some(({ value }) => value !== null) ? [] : [project];
}

/** False where other money than the general budget's pays for basic expenditure, too. */
function basicIsGeneral(context: Context): boolean {
  const [all] = pick(context, 'dept-expenditure', { side: 'expenditure', line: 'grand-total', nature: 'basic' });
  const [general] = pick(context, 'general-basic', { side: 'expenditure', line: 'grand-total', nature: 'basic' });
  return !all?.value || !general?.value || compare(yuan(all), yuan(general)) === 0;
}

/** The total of a list of projects that are all paid from general money. */
function listOfGeneral(context: Context): Reading {
  return pick(context, 'project-list', { line: 'grand-total', nature: 'project', fund: 'general' });
}

// ---- accounts -----------------------------------------------------------------------------------------------------

function functionalReadings(context: Context, account: Account, fund: Fund | undefined): readonly Reading[] {
  const wanted = { account, side: 'expenditure', nature: 'all' } as const;
  const money = fund ?? 'all';
  if (money === 'all') return [first(pick(context, 'dept-summary', wanted), pick(context, 'dept-expenditure', wanted))];
  const own = OWN_TABLE[money];
  return [first(own ? pick(context, own, wanted) : [], pick(context, 'fiscal-summary', { ...wanted, fund: money }))];
}

/** 类 → 款 → 项, each by name; `[]` when that leaves none or several. */
function byPath(context: Context, path: AccountPath, fund: Fund | undefined): readonly Reading[] {
  const { facts } = context;
  const codes = (name: string | null, length: number): readonly string[] | null =>
    name === null
      ? null
      : namedAccounts(facts, name, null).flatMap(({ scheme, code }) => (scheme === 'functional' && code.length === length ? [code] : []));
  const [classes, sections, entries] = [codes(path.class, 3), codes(path.section, 5), codes(path.entry, 7)];
  const within = (list: readonly string[], outer: readonly string[] | null): readonly string[] => {
    const fitting = outer && outer.length > 0 ? list.filter((code) => outer.some((prefix) => code.startsWith(prefix))) : list;
    return fitting.length > 0 ? fitting : list;
  };
  const finest = entries ? within(within(entries, sections), classes) : sections ? within(sections, classes) : (classes ?? []);
  const [code, ...rest] = [...new Set(finest)];
  if (code === undefined || rest.length > 0) return [];
  const account = { scheme: 'functional', code } as const;
  // With no word of whose money: the general budget's table goes down to 项, the department's counts all.
  const funds: readonly Fund[] = fund === undefined ? ['general', 'all'] : fund === 'all' ? ['all', 'general'] : [fund];
  return funds.flatMap((money) => functionalReadings(context, account, money));
}

function byName(context: Context, subject: Subject, name: string): Meaning {
  const table = context.set.get('general-basic');
  const inAgency = subject.topic === 'agency' || subject.nature === 'basic' || context.section.nature === 'basic';
  const accounts = namedAccounts(context.facts, inAgency ? (SHORT_NAMES[name] ?? name) : name, table?.year ?? null);
  if (inAgency) {
    const [account] = accounts.filter(({ scheme }) => scheme === 'economic-dept');
    if (!account || !table) return NOTHING;
    const whole = pick(context, 'general-basic', { account, nature: 'basic' });
    const part = pick(context, 'general-basic', { account, nature: 'operating' });
    return { readings: [whole, part], soft: false, hint: false };
  }
  const functional = accounts.filter(({ scheme }) => scheme === 'functional');
  const top = functional.filter(({ code }) => code.length === 3);
  const [account, ...rest] = top.length > 0 ? top : functional;
  if (!account || rest.length > 0) return NOTHING;
  const fund = subject.fund ?? context.section.fund;
  const certainly = fund !== undefined && (fund !== 'all' || context.listed || subject.fund !== undefined);
  const readings = certainly
    ? functionalReadings(context, account, fund)
    : (['all', 'general'] as const).flatMap((money) => functionalReadings(context, account, money));
  // 就业补助资金 may be a project's money as well as the account's: a 款 or 项 is certain only by its path.
  return { readings, soft: top.length === 0, hint: false };
}

const SHORT_NAMES: Readonly<Record<string, string>> = {
  公车运行维护费: '公务用车运行维护费',
  公务用车运行费: '公务用车运行维护费',
  公务用车运维费: '公务用车运行维护费',
  公车运维费: '公务用车运行维护费',
  其他交通费: '其他交通费用',
};

// ---- items --------------------------------------------------------------------------------------------------------

function itemFacts(context: Context, kind: TableKind, item: Item, fund?: Fund): readonly Fact[] {
  const table = context.set.get(kind);
  if (!table) return [];
  return (indexOf(context.facts).byTable.get(table) ?? []).filter(
    (fact) =>
      fact.item === item &&
      fact.year === (context.year === 'last' ? 'last' : 'current') &&
      !fact.duplicateTotal &&
      fact.stage === (context.year === 'planned' ? 'budget' : undefined) &&
      fact.flow === undefined &&
      (fund === undefined || fact.fund === fund),
  );
}

/** The department's figure; where its row was left blank, that of the only unit. */
function threePublic(context: Context, item: Item): readonly Reading[] {
  const all = itemFacts(context, 'three-public', item);
  const totals = all.filter(({ line }) => line !== 'organisation');
  const units = all.filter(({ line, fund }) => line === 'organisation' && (fund === 'general' || fund === 'fiscal'));
  const blank = totals.every(({ value }) => value === null) && units.some(({ value }) => value !== null);
  // The unit with figures may leave this item blank as well: then the row of the totals is as good.
  const [fiscal] = totals.filter(({ fund }) => fund === 'fiscal');
  const [general] = totals.filter(({ fund }) => fund === 'general');
  const own = blank ? units.filter(({ value }) => value !== null) : [fiscal ?? general].flatMap((fact) => fact ?? []);
  return [own, fiscal && general && !blank ? [general] : []];
}

function procurement(context: Context, subject: Subject): readonly Reading[] {
  const fund = subject.fund ?? 'all';
  const table = context.set.get('procurement');
  if (!table) return [];
  if (subject.item) return [itemFacts(context, 'procurement', subject.item, fund).slice(0, 1)];
  return [pick(context, 'procurement', { line: 'grand-total', fund, nature: 'all' })];
}

function agency(context: Context): Meaning {
  const stated = threePublic(context, 'agency-operating');
  if (stated.some((reading) => reading.length > 0)) return certain(stated);
  return { readings: [pick(context, 'general-basic', { line: 'grand-total', nature: 'operating' })], soft: false, hint: true };
}

/** 项目支出均实行绩效目标管理，涉及…: every project, of the fund named. */
function performance(context: Context, subject: Subject): Meaning {
  const { fund, nature } = subject;
  if (nature) return { readings: expenditures(context, fund ?? 'general', nature), soft: true, hint: false };
  const everyProject = /项目支出[^。]*(?:均|所有|全部)|(?:所有|全部)项目支出|项目支出绩效目标管理涉及/.test(context.sentence);
  const projects = expenditures(context, fund ?? 'all', 'project');
  if (everyProject && fund) return { readings: projects, soft: false, hint: false };
  return { readings: [...expenditures(context, fund ?? 'all', 'all'), ...projects], soft: true, hint: false };
}

/** The total that a figure is a share of: of the same side and money, in the same table. */
export function wholeOf(facts: Facts, part: Fact): Reading {
  if (part.table.kind === 'three-public') {
    const items = (indexOf(facts).byTable.get(part.table) ?? []).filter(
      (fact) =>
        fact.item === 'three-public-total' &&
        fact.year === part.year &&
        fact.stage === part.stage &&
        fact.fund === part.fund &&
        fact.organisation === part.organisation,
    );
    return items.filter(({ duplicateTotal }) => !duplicateTotal).slice(0, 1);
  }
  const side: Side = part.side;
  const fund = part.line === 'source' ? mainFund(part.table) : part.fund;
  const wanted = { side, nature: 'all' as const, year: part.year, ...(fund ? { fund } : {}) };
  const grand = select(facts, part.table, { ...wanted, line: 'grand-total' }).slice(0, 1);
  const current = select(facts, part.table, { ...wanted, line: 'current-total' }).slice(0, 1);
  return first(grand, current);
}

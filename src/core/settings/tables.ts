/**
 * How is the correction of a table written down?
 *
 *     <table sheet="表三" title="部门支出总表" top="1" kind="dept-expenditure" unit="万元">
 *       <column at="C" header="合计" role="amount" nature="all"/>
 *     </table>
 */
import { GIVEN_FUNDS, GIVEN_ITEMS, GIVEN_NATURES, GIVEN_ROLES } from '../dimensions';
import { TABLE_KINDS, UNITS, type Message } from '../model';
import { columnIndex, columnName } from '../workbook';
import type { XmlElement } from '../xmlTree';
import { element, keptOf, memberOf, without } from './kept';
import { SETTINGS_NAMESPACE, type ColumnCorrection, type TableCorrection } from './model';

const YEARS = ['current', 'last'] as const;

/** `null` for an element without the table's place. What is not understood inside is added to `notices`. */
export function tableOf(given: XmlElement, notices: Message[]): TableCorrection | null {
  const { sheet, title, top, kind, unit, ignored } = given.attributes;
  const row = rowOf(top);
  if (sheet === undefined || title === undefined || row === null) return null;
  const columns: ColumnCorrection[] = [];
  const unknown: (XmlElement | string)[] = [];
  for (const child of given.children) {
    if (typeof child === 'string' && child.trim() === '') continue;
    const column = typeof child === 'string' ? null : columnOf(child);
    if (column) columns.push(column);
    else {
      unknown.push(child);
      if (typeof child !== 'string' && child.local === 'column') notices.push({ id: 'skip.settings-entry', data: { entry: child.local } });
    }
  }
  const known = { kind: memberOf(TABLE_KINDS, kind), unit: memberOf(UNITS, unit), ignored: ignored === 'true' ? (true as const) : null };
  const used = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null));
  // A kind or unit that a later version may know is kept as it stands.
  const attributes = without(given.attributes, ['xmlns', 'sheet', 'title', 'top', ...Object.keys(used)]);
  for (const [name, value] of Object.entries(attributes))
    if (name in known) notices.push({ id: 'skip.settings-value', data: { name, value } });
  return { anchor: { sheet, title, top: row }, ...used, columns, ...keptOf(attributes, unknown) };
}

function columnOf({ local, namespace, attributes }: XmlElement): ColumnCorrection | null {
  if (namespace !== SETTINGS_NAMESPACE || local !== 'column') return null;
  const { at = '', header = '', nature, fund, year, item } = attributes;
  const role = memberOf(GIVEN_ROLES, attributes['role']);
  if (role === null || !/^[A-Z]{1,3}$/.test(at)) return null;
  const base = { index: columnIndex(at), header, role };
  if (role !== 'amount') return base;
  const known = {
    nature: memberOf(GIVEN_NATURES, nature),
    fund: memberOf(GIVEN_FUNDS, fund),
    year: memberOf(YEARS, year),
    item: memberOf(GIVEN_ITEMS, item),
  };
  // Half understood would be misunderstood.
  if ([nature, fund, year, item].filter((text) => text !== undefined).length !== Object.values(known).filter((v) => v !== null).length)
    return null;
  return { ...base, measure: Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null)) };
}

function rowOf(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{0,6}$/.test(text) ? Number(text) - 1 : null;
}

export function tableElement({ anchor, kind, unit, ignored, columns, kept }: TableCorrection): XmlElement {
  return element(
    'table',
    { sheet: anchor.sheet, title: anchor.title, top: String(anchor.top + 1), kind, unit, ignored: ignored ? 'true' : undefined },
    columns.map(({ index, header, role, measure }) => {
      const { nature, fund, year, item } = measure ?? {};
      return element('column', { at: columnName(index), header, role, nature, fund, year, item });
    }),
    kept,
  );
}

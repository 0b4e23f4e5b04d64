/** Which question this file answers: how are the findings listed, by table and from error to rounding. */
import type { ReactElement } from 'react';
import type { CellRef, CheckResult, Finding } from '../core';
import { kindName, type FindingGroup } from '../present/messages';
import { FindingCard } from './FindingCard';
import { Badge, Disclosure } from './parts';
import { styles } from './styles';
import { useLocale, useText } from './text';
import { GROUP_TONE } from './theme';
import { groupByTable, NO_FILTER, type Filter, type TableGroup } from './view';

interface Props {
  readonly result: CheckResult;
  readonly filter: Filter;
  readonly onSelect: (cell: CellRef) => void;
}

export function Findings({ result, filter, onSelect }: Props): ReactElement {
  const say = useText();
  const tables = groupByTable(result, filter);
  const filtered = filter !== NO_FILTER && (filter.level !== null || filter.class !== null);
  if (tables.length === 0) return <p className={styles.note}>{say('pane.filter.none')}</p>;
  return (
    <>
      {tables.map((table) => (
        <TableSection key={`${table.key}${filter.level ?? ''}${filter.class ?? ''}`} table={table} open={filtered} onSelect={onSelect} />
      ))}
    </>
  );
}

const SERIOUS: ReadonlySet<FindingGroup> = new Set(['error', 'warning', 'label']);

function TableSection(props: {
  readonly table: TableGroup;
  readonly open: boolean;
  readonly onSelect: (cell: CellRef) => void;
}): ReactElement {
  const say = useText();
  const locale = useLocale();
  const { table, onSelect } = props;
  const serious = table.groups.some(({ group }) => SERIOUS.has(group));
  return (
    <section className={styles.section}>
      <Disclosure
        open={props.open || serious}
        className={styles.sectionHead}
        bodyClassName={styles.sectionBody}
        head={
          <>
            <span className={styles.sectionName}>
              <span className={styles.sectionSheet}>{table.table?.sheet ?? say('pane.table.unknown')}</span>
              {table.table === null ? null : <span className={styles.sectionKind}>{kindName(locale, table.table.kind)}</span>}
            </span>
            <span className={styles.badges}>
              {table.groups.map(({ group, findings }) => (
                <Badge
                  key={group}
                  tone={GROUP_TONE[group]}
                  title={say('pane.group', { name: say(`sheet.group.${group}`), count: String(findings.length) })}
                >
                  {findings.length}
                </Badge>
              ))}
            </span>
          </>
        }
      >
        {() =>
          table.groups.map(({ group, findings }) => (
            <Group key={group} group={group} findings={findings} open={props.open || SERIOUS.has(group)} onSelect={onSelect} />
          ))
        }
      </Disclosure>
    </section>
  );
}

/** Errors, warnings and names stand open; hints and rounding gaps open at a click. */
function Group(props: {
  readonly group: FindingGroup;
  readonly findings: readonly Finding[];
  readonly open: boolean;
  readonly onSelect: (cell: CellRef) => void;
}): ReactElement {
  const say = useText();
  const { group, findings, onSelect } = props;
  return (
    <Disclosure
      open={props.open}
      className={styles.groupHead}
      head={say('pane.group', { name: say(`sheet.group.${group}`), count: String(findings.length) })}
    >
      {() => findings.map((finding) => <FindingCard key={finding.id} finding={finding} onSelect={onSelect} />)}
    </Disclosure>
  );
}

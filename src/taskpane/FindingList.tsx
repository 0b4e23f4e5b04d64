/** Which question this file answers: how are thousands of findings listed? Only the rows in sight are drawn; what is open is kept here, not in the rows. */
import { useCallback, useMemo, useRef, useState, type ReactElement } from 'react';
import { List } from 'office-ui-fabric-react/lib/List';
import type { Cause, CheckResult, Finding } from '../core';
import { CauseHeading } from './Causes';
import { FindingCard } from './FindingCard';
import { useKeptFocus } from './focus';
import { filtered, isFiltering, type Filter } from './filter';
import { GroupHeading } from './GroupHeading';
import { groupsOf, type Grouping, type Order } from './grouping';
import { listStyles } from './listStyles';
import { rowsOf, type Row } from './rows';
import { styles } from './styles';
import { useLocale, useText } from './text';

interface Props {
  readonly result: CheckResult;
  readonly filter: Filter;
  readonly grouping: Grouping;
  readonly order: Order;
  readonly busy: boolean;
}

/** With the key turned on or off. */
function turned(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
}

export function FindingList({ result, filter, grouping, order, busy }: Props): ReactElement {
  const say = useText();
  const locale = useLocale();
  const frame = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [detailed, setDetailed] = useState<ReadonlySet<string>>(new Set());
  const shown = useMemo(() => filtered(result.findings, filter, locale), [result, filter, locale]);
  const groups = useMemo(() => groupsOf(shown, result.causes, grouping, order), [shown, result.causes, grouping, order]);
  const rows = useMemo(() => rowsOf(groups, chosen, isFiltering(filter)), [groups, chosen, filter]);
  const causeOf = useMemo(() => likeliestCauses(result), [result]);

  const setGroup = useCallback((key: string, open: boolean) => setChosen((now) => new Map(now).set(key, open)), []);
  const toggleDetail = useCallback((key: string) => setDetailed((keys) => turned(keys, key)), []);

  const renderRow = useCallback(
    (row?: Row): ReactElement | null => {
      if (!row) return null;
      if (row.type === 'finding') {
        const { finding, heading, key } = row;
        const cause = heading.type === 'cause' ? (heading.causes[0] ?? null) : (causeOf.get(finding.id) ?? null);
        return <FindingCard finding={finding} cause={cause} open={detailed.has(key)} onToggle={() => toggleDetail(key)} busy={busy} />;
      }
      const { group, open, key } = row;
      const shared = { open, onToggle: () => setGroup(key, !open), count: group.findings.length };
      if (group.heading.type === 'cause') return <CauseHeading {...shared} causes={group.heading.causes} busy={busy} />;
      return <GroupHeading {...shared} heading={group.heading} findings={group.findings} />;
    },
    [causeOf, detailed, toggleDetail, setGroup, busy],
  );

  useKeptFocus(frame, rows);

  if (rows.length === 0) return <p className={styles.note}>{say('pane.filter.none')}</p>;
  return (
    <div ref={frame} className={listStyles.frame} data-list="findings">
      <List
        items={rows as Row[]}
        getKey={(row) => row.key}
        onRenderCell={renderRow}
        // Fabric draws a row again only when this changes.
        version={renderRow}
        renderedWindowsAhead={2}
        renderedWindowsBehind={2}
      />
    </div>
  );
}

function likeliestCauses({ causes }: CheckResult): ReadonlyMap<Finding['id'], Cause> {
  const likeliest = new Map<string, Cause>();
  for (const cause of causes) for (const id of cause.findings) if (!likeliest.has(id)) likeliest.set(id, cause);
  return likeliest;
}

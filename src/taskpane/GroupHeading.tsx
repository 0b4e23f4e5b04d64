/** Which question this file answers: what stands over a group of findings that have no cause in common: their table, their rule, their kind? */
import type { ReactElement } from 'react';
import type { Finding } from '../core';
import { FINDING_GROUPS, groupFindings, kindName } from '../present/messages';
import { ruleTitle } from '../present/rules';
import { counted } from '../present/counts';
import type { Heading } from './grouping';
import { listStyles } from './listStyles';
import { Badge, Glyph } from './parts';
import { styles } from './styles';
import { useLocale, useText } from './text';
import { GROUP_TONE } from './theme';

interface Props {
  readonly heading: Exclude<Heading, { readonly type: 'cause' }>;
  readonly findings: readonly Finding[];
  readonly open: boolean;
  readonly onToggle: () => void;
}

export function GroupHeading({ heading, findings, open, onToggle }: Props): ReactElement {
  const say = useText();
  const locale = useLocale();
  const groups = groupFindings(findings);
  const [title, note] = ((): readonly [string, string] => {
    switch (heading.type) {
      case 'table':
        return heading.table === null ? [say('pane.table.unknown'), ''] : [heading.table.sheet, kindName(locale, heading.table.kind)];
      case 'rule':
        return [ruleTitle(locale, heading.rule), ''];
      case 'kind':
        return [say(`sheet.group.${heading.group}`), ''];
      case 'accepted':
        return [say('pane.accepted'), ''];
    }
  })();
  return (
    <h3 className={listStyles.heading}>
      <button type="button" className={listStyles.headingButton} aria-expanded={open} onClick={onToggle}>
        <span className={styles.chevron} style={{ lineHeight: '20px', height: 20, alignItems: 'center' }}>
          <Glyph name={open ? 'ChevronDown' : 'ChevronRight'} />
        </span>
        <span className={listStyles.headingTexts}>
          <span className={listStyles.headingTitle}>{title}</span>
          {note === '' ? null : <span className={`${listStyles.headingNote} ${styles.sectionKind}`}> {note}</span>}
        </span>
        <span className={styles.badges}>
          {FINDING_GROUPS.flatMap((name) => {
            const own = groups.find(({ group }) => group === name);
            if (!own) return [];
            const label = say('pane.group', { name: say(`sheet.group.${name}`), count: own.findings.length });
            return [
              <Badge key={name} tone={GROUP_TONE[name]} title={label}>
                {counted(own.findings.length)}
              </Badge>,
            ];
          })}
        </span>
      </button>
    </h3>
  );
}

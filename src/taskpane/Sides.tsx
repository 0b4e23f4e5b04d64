/** Which question this file answers: how are the two sides of a comparison shown, with their cells as links? */
import type { ReactElement } from 'react';
import type { CellRef } from '../core';
import { CellLink } from './parts';
import { styles } from './styles';
import { useText } from './text';

export interface NamedCell {
  readonly cell: CellRef;
  readonly label: string;
  readonly value: string;
}

interface SideProps {
  readonly cells: readonly NamedCell[];
  /** What the cells come to, or the text that stands there. */
  readonly value: string;
}

/** `most`: more cells than these are only counted. `operator`: what should stand between the two. */
export function Sides(props: {
  readonly left: SideProps;
  readonly right: SideProps;
  readonly most?: number;
  readonly operator?: string;
}): ReactElement {
  const say = useText();
  const { left, right, most = Infinity, operator = '' } = props;
  return (
    <div className={styles.sides}>
      <Side name={say('pane.cells.left')} most={most} {...left} />
      <Side name={`${operator} ${say('pane.cells.right')}`.trim()} most={most} {...right} />
    </div>
  );
}

function Side({ name, cells, value, most }: SideProps & { readonly name: string; readonly most: number }): ReactElement | null {
  const say = useText();
  const more = cells.length - most;
  if (cells.length === 0 && value === '') return null;
  return (
    <>
      <span className={styles.sideName}>{name}</span>
      <span className={styles.sideCells}>
        <CellLinks cells={cells.slice(0, most)} />
        {more > 0 ? <span className={styles.sideName}>{say('pane.cells.more', { count: more })}</span> : null}
      </span>
      <span className={styles.sideValue}>{value}</span>
    </>
  );
}

/** 表三!C7 C8 C9 表五!D4: the sheet is named where it changes. */
export function CellLinks({ cells }: { readonly cells: readonly NamedCell[] }): ReactElement {
  return (
    <>
      {cells.map(({ cell, label, value }, index) => (
        <CellLink key={index} cell={cell} label={label} value={value} withSheet={cells[index - 1]?.cell.sheet !== cell.sheet} />
      ))}
    </>
  );
}

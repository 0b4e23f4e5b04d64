/** Which question this file answers: what are the small parts that the pane is made of. */
import { useId, useState, type ReactElement, type ReactNode } from 'react';
import { Icon } from 'office-ui-fabric-react/lib/Icon';
import { isBeside } from '../core/beside';
import { addressOf, type CellRef } from '../core/workbook';
import { placeName } from '../present/messages';
import { counted } from '../present/counts';
import { useActions } from './actions';
import type { IconName } from './icons';
import { fillOf, styles } from './styles';
import { useText } from './text';
import type { Tone } from './colours';

export function Glyph({ name }: { readonly name: IconName }): ReactElement {
  return <Icon iconName={name} styles={{ root: { fontSize: 'inherit', display: 'inline-flex', width: '1em', height: '1em' } }} />;
}

export function Badge({
  tone,
  children,
  title,
}: {
  readonly tone: Tone;
  readonly children: ReactNode;
  readonly title?: string;
}): ReactElement {
  return (
    <span className={styles.badge} style={fillOf(tone)} title={title}>
      {children}
    </span>
  );
}

/** A cell as a link: a real button, so that the keyboard reaches it. `withSheet` is left out where the sheet was just named. */
export function CellLink(props: {
  readonly cell: CellRef;
  readonly label: string;
  readonly value: string;
  readonly withSheet: boolean;
}): ReactElement {
  const say = useText();
  const { select } = useActions();
  const { cell, label, value, withSheet } = props;
  const shown = value === '' ? say('pane.cell.blank') : value;
  const description = say('pane.cell.select', { place: placeName(cell), label, value: shown });
  // A cell of another file (a document, last year's workbook) can be named, not gone to.
  if (isBeside(cell)) return <span title={`${label} ${shown}`}>{placeName(cell)}</span>;
  return (
    <button type="button" className={styles.cellLink} title={`${label} ${shown}`} aria-label={description} onClick={() => select(cell)}>
      {withSheet ? placeName(cell) : addressOf(cell)}
    </button>
  );
}

/** A part that opens and closes; what is closed is not drawn. `isHeading`: it is a part of the page's outline. */
export function Disclosure(props: {
  readonly isHeading?: boolean;
  readonly head: ReactNode;
  readonly children: () => ReactNode;
  readonly open: boolean;
  readonly className: string;
  readonly bodyClassName?: string | undefined;
}): ReactElement {
  const [open, setOpen] = useState(props.open);
  const id = useId();
  const button = (
    <button type="button" className={props.className} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
      <span className={styles.chevron}>
        <Glyph name={open ? 'ChevronDown' : 'ChevronRight'} />
      </span>
      {props.head}
    </button>
  );
  return (
    <>
      {props.isHeading ? <h2 className={styles.plainHeading}>{button}</h2> : button}
      <div id={id} hidden={!open} className={props.bodyClassName}>
        {open ? props.children() : null}
      </div>
    </>
  );
}

/** A framed part with a title of its own and a count. */
export function Section(props: { readonly title: string; readonly count: number; readonly children: () => ReactNode }): ReactElement {
  return (
    <section className={styles.section}>
      <Disclosure
        isHeading
        open={false}
        className={styles.sectionHead}
        bodyClassName={styles.sectionBody}
        head={
          <>
            <span className={styles.sectionName}>{props.title}</span>
            <span className={styles.note}>{counted(props.count)}</span>
          </>
        }
      >
        {props.children}
      </Disclosure>
    </section>
  );
}

/** Which question this file answers: how does a page behind the results look: a way back, a title, its content? */
import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { Glyph } from './parts';
import { styles } from './styles';
import { useText } from './text';

export function Page(props: { readonly title: string; readonly onBack: () => void; readonly children: ReactNode }): ReactElement {
  const say = useText();
  const title = useRef<HTMLHeadingElement>(null);
  // Whoever reads with the ears hears where he is.
  useEffect(() => title.current?.focus(), []);
  return (
    <main className={`${styles.body} ${styles.pageBody}`}>
      <div className={styles.pageHead}>
        <button type="button" className={styles.textButton} onClick={props.onBack}>
          <Glyph name="Back" />
          {say('pane.back')}
        </button>
        <h1 ref={title} tabIndex={-1} className={styles.pageTitle}>
          {props.title}
        </h1>
      </div>
      {props.children}
    </main>
  );
}

/** A part of a page with a heading of its own. */
export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return (
    <section className={styles.part}>
      <h2 className={styles.sectionTitle}>{title}</h2>
      {children}
    </section>
  );
}

/** Which question this file answers: how is the user asked before something is written: a small form, its button, the way back? */
import { useEffect, useRef, useState, type ReactElement, type ReactNode, type RefObject } from 'react';
import { DefaultButton, PrimaryButton, type IButton } from 'office-ui-fabric-react/lib/Button';
import { focusAfter } from './focus';
import { listStyles } from './listStyles';
import { SMALL_BUTTON, styles } from './styles';
import { useText } from './text';

/** A button that opens and closes a question; `close` gives it the focus back. */
export interface Asking {
  readonly asking: boolean;
  readonly close: () => void;
  readonly opener: {
    readonly ref: RefObject<HTMLButtonElement>;
    readonly 'aria-expanded': boolean;
    readonly onClick: () => void;
  };
}

export function useAsking(): Asking {
  const [asking, setAsking] = useState(false);
  const ref = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setAsking(false);
    ref.current?.focus({ preventScroll: true });
  };
  return { asking, close, opener: { ref, 'aria-expanded': asking, onClick: () => setAsking(!asking) } };
}

export function Ask(props: {
  readonly title: string;
  /** Drawn above what is asked; else only read out. */
  readonly showTitle?: boolean;
  readonly confirm: string;
  readonly disabled: boolean;
  readonly hint: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactElement {
  const say = useText();
  const { title, showTitle = false, confirm, disabled, hint, onConfirm, onClose, children } = props;
  const form = useRef<HTMLFormElement>(null);
  const button = useRef<IButton>(null);
  useEffect(() => {
    const field = form.current?.querySelector('textarea');
    if (field) field.focus();
    else button.current?.focus();
  }, []);
  return (
    <form
      ref={form}
      className={listStyles.ask}
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        if (disabled) return;
        const asked = event.currentTarget;
        onConfirm();
        // What was asked about is settled: the keyboard goes on with what comes next.
        focusAfter(asked);
      }}
      onKeyDown={({ key }) => {
        if (key === 'Escape') onClose();
      }}
    >
      {showTitle ? <strong>{title}</strong> : null}
      {children}
      <span className={styles.note}>{hint}</span>
      <div className={styles.formButtons}>
        <PrimaryButton componentRef={button} type="submit" styles={SMALL_BUTTON} disabled={disabled} text={confirm} />
        <DefaultButton styles={SMALL_BUTTON} text={say('pane.cancel')} onClick={onClose} />
      </div>
    </form>
  );
}

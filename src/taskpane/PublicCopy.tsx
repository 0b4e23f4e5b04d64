/** Which question this file answers: how does the user make sure that nothing of Gouji's is published? */
import { useState, type ReactElement } from 'react';
import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { Dialog, DialogFooter, DialogType } from 'office-ui-fabric-react/lib/Dialog';
import type { Session } from '../commands/session';
import { download } from './files';
import { Part } from './Page';
import { SMALL_BUTTON, styles } from './styles';
import { useText } from './text';

const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function PublicCopyPage({ session, busy }: { readonly session: Session; readonly busy: boolean }): ReactElement {
  const say = useText();
  const [asking, setAsking] = useState(false);
  const save = async (): Promise<void> => {
    const copy = await session.publicCopy();
    if (copy !== null) download(copy.name, new Uint8Array(copy.bytes), WORKBOOK_TYPE);
  };
  return (
    <>
      <p className={styles.note}>{say('pane.public.hint')}</p>
      <Part title={say('pane.public.copy')}>
        <p className={styles.note}>{say('pane.public.copy.hint')}</p>
        <div className={styles.formButtons}>
          <PrimaryButton styles={SMALL_BUTTON} disabled={busy} text={say('pane.public.copy.save')} onClick={() => void save()} />
        </div>
      </Part>
      <Part title={say('pane.public.clear')}>
        <p className={styles.note}>{say('pane.public.clear.hint')}</p>
        <div className={styles.formButtons}>
          <DefaultButton styles={SMALL_BUTTON} disabled={busy} text={say('pane.public.clear.do')} onClick={() => setAsking(true)} />
        </div>
      </Part>
      <Dialog
        hidden={!asking}
        onDismiss={() => setAsking(false)}
        minWidth={260}
        dialogContentProps={{
          type: DialogType.normal,
          title: say('pane.public.clear'),
          subText: say('pane.public.clear.sure'),
          closeButtonAriaLabel: say('pane.close'),
        }}
      >
        <DialogFooter>
          <PrimaryButton
            text={say('pane.public.clear.do')}
            onClick={() => {
              setAsking(false);
              void session.clearForPublication();
            }}
          />
          <DefaultButton text={say('pane.cancel')} onClick={() => setAsking(false)} />
        </DialogFooter>
      </Dialog>
    </>
  );
}

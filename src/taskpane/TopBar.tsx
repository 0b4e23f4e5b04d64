/** Which question this file answers: what can be done from the top of the pane? */
import type { ReactElement, RefObject } from 'react';
import { DefaultButton, IconButton, PrimaryButton, type IButton } from 'office-ui-fabric-react/lib/Button';
import type { IContextualMenuItem } from 'office-ui-fabric-react/lib/ContextualMenu';
import type { Session } from '../commands/session';
import type { IconName } from './icons';
import { styles } from './styles';
import { useText } from './text';
import type { MessageId } from '../i18n';

const COMPACT = {
  root: { padding: '0 8px', minWidth: 0, height: 30, fontSize: 13 },
  label: { margin: '0 2px', fontWeight: 600, whiteSpace: 'nowrap' },
  icon: { margin: '0 2px', fontSize: 14, height: 14, lineHeight: '14px', display: 'inline-flex' },
} as const;
const QUIET = {
  ...COMPACT,
  root: { ...COMPACT.root, padding: '0 6px', border: 'none', background: 'transparent' },
  label: { ...COMPACT.label, fontWeight: 400 },
} as const;
const MORE = {
  root: { width: 28, height: 30, marginLeft: 'auto' },
  menuIcon: { display: 'none' },
  icon: { display: 'inline-flex', fontSize: 16 },
} as const;

/** The pages that stand behind the results. */
export const PAGES = ['relations', 'documents', 'last-year', 'public', 'settings'] as const;
export type PageName = (typeof PAGES)[number];

const ICONS: Readonly<Record<PageName, IconName>> = {
  relations: 'Links',
  documents: 'Document',
  'last-year': 'History',
  public: 'Share',
  settings: 'Settings',
};

interface Props {
  readonly session: Session;
  readonly busy: boolean;
  readonly checked: boolean;
  readonly onPage: (page: PageName) => void;
  /** The button that opens the menu of pages: the keyboard comes back to it. */
  readonly more: RefObject<IButton>;
}

export function TopBar({ session, busy, checked, onPage, more }: Props): ReactElement {
  const say = useText();
  const items = PAGES.map((page): IContextualMenuItem => {
    const title: MessageId = `pane.page.${page}`;
    return {
      key: page,
      text: say(title),
      iconProps: { iconName: ICONS[page] },
      disabled: busy && page !== 'settings',
      onClick: () => {
        if (page === 'relations') void session.ask('relations');
        else onPage(page);
      },
    };
  });
  // A button that is busy keeps the focus it had: the keyboard would have to start again from the top of the page.
  const unlessBusy = (act: () => Promise<void>) => ({
    disabled: busy,
    allowDisabledFocus: true,
    onClick: () => (busy ? undefined : void act()),
  });
  return (
    <div className={styles.actions} role="toolbar" aria-label={say('pane.title')}>
      <PrimaryButton
        styles={COMPACT}
        iconProps={{ iconName: checked ? 'Refresh' : 'Check' }}
        {...unlessBusy(() => session.recheck())}
        text={say(checked ? 'pane.recheck' : 'pane.check')}
      />
      <DefaultButton
        styles={QUIET}
        iconProps={{ iconName: 'Sheet' }}
        {...unlessBusy(() => session.makeSheet())}
        ariaLabel={say('pane.make-sheet')}
        text={say('pane.make-sheet.short')}
      />
      <DefaultButton styles={QUIET} iconProps={{ iconName: 'Eraser' }} {...unlessBusy(() => session.clear())} text={say('pane.clear')} />
      <IconButton
        componentRef={more}
        styles={MORE}
        iconProps={{ iconName: 'More' }}
        ariaLabel={say('pane.more')}
        title={say('pane.more')}
        menuProps={{ items }}
      />
    </div>
  );
}

/** Which question this file answers: what does the pane show in each state of the session? */
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore, type ReactElement, type ReactNode } from 'react';
import type { IButton } from 'office-ui-fabric-react/lib/Button';
import { isBusy, type Session, type SessionState } from '../commands/session';
import { ActionsProvider, type PaneActions } from './actions';
import type { Appearance } from './appearance';
import { Bars } from './Bars';
import { CellRelations } from './CellRelations';
import { DocumentsPage, LastYearPage } from './Documents';
import { NO_FILTER } from './filter';
import type { IconName } from './icons';
import { Page } from './Page';
import { Glyph } from './parts';
import { PublicCopyPage } from './PublicCopy';
import { Results } from './Results';
import { SettingsPage } from './settings/SettingsPage';
import { styles } from './styles';
import { useText } from './text';
import { TopBar, type PageName } from './TopBar';
import { FIRST_VIEW } from './view';

export function Pane({ session, appearance }: { readonly session: Session; readonly appearance: Appearance }): ReactElement {
  const say = useText();
  const state = useSyncExternalStore(session.subscribe, session.getState);
  const [filter, setFilter] = useState(NO_FILTER);
  const [view, setView] = useState(FIRST_VIEW);
  const [page, setPage] = useState<PageName | null>(null);
  const { tolerance } = state.preferences;
  const actions = useMemo(() => ({ ...actionsOf(session), ...(tolerance ? { tolerance } : {}) }), [session, tolerance]);
  const busy = isBusy(state.phase);
  const { outcome, request } = state;
  // The ribbon and the cell's menu ask for a page of the pane.
  useEffect(() => {
    if (request === null) return;
    setPage(request.view);
    if (request.view === 'relations' && session.getState().outcome === null) void session.recheck();
  }, [request, session]);
  const more = useRef<IButton>(null);
  const back = useCallback(() => {
    setPage(null);
    // From there the page was opened.
    more.current?.focus();
  }, []);
  // A line of the map stands for findings of one check.
  useEffect(() => setFilter((now) => (now.findings === null ? now : { ...now, findings: null })), [outcome]);
  return (
    <ActionsProvider value={actions}>
      <div className={styles.page} data-phase={state.phase}>
        <header className={styles.top}>
          <TopBar session={session} busy={busy} checked={outcome !== null} onPage={setPage} more={more} />
          <Bars state={state} session={session} />
        </header>
        {page !== null ? (
          <Page title={say(`pane.page.${page}`)} onBack={back}>
            <PageContent page={page} session={session} state={state} busy={busy} appearance={appearance} />
          </Page>
        ) : outcome === null ? (
          <Welcome />
        ) : (
          <Results
            outcome={outcome}
            state={state}
            session={session}
            busy={busy}
            filter={filter}
            onFilter={setFilter}
            view={view}
            onView={setView}
          />
        )}
      </div>
    </ActionsProvider>
  );
}

function PageContent(props: {
  readonly page: PageName;
  readonly session: Session;
  readonly state: SessionState;
  readonly busy: boolean;
  readonly appearance: Appearance;
}): ReactElement | null {
  const say = useText();
  const { page, session, state, busy, appearance } = props;
  const { outcome, request } = state;
  switch (page) {
    case 'documents':
      return <DocumentsPage session={session} state={state} busy={busy} />;
    case 'last-year':
      return <LastYearPage session={session} state={state} busy={busy} />;
    case 'public':
      return <PublicCopyPage session={session} busy={busy} />;
    case 'settings':
      return <SettingsPage session={session} state={state} busy={busy} appearance={appearance} />;
    case 'relations':
      if (outcome === null || request?.view !== 'relations') return <p className={styles.note}>{say('pane.relations.unchecked')}</p>;
      return (
        <>
          <div className={styles.again}>
            <span className={styles.note}>{say('pane.relations.again')}</span>
            <button type="button" className={styles.textButton} onClick={() => void session.ask('relations')}>
              <Glyph name="Refresh" />
              {say('pane.relations.refresh')}
            </button>
          </div>
          <CellRelations result={outcome.result} cell={request.cell} />
        </>
      );
  }
}

function actionsOf(session: Session): PaneActions {
  return {
    select: (cell) => void session.select(cell),
    adopt: (cause) => void session.adopt(cause),
    accept: (finding, reason) => void session.accept(finding, reason),
    reopen: (finding) => void session.reopen(finding),
  };
}

function Welcome(): ReactElement {
  const say = useText();
  return (
    <Empty icon="Compare" title={say('pane.welcome')} text={say('pane.welcome.hint')}>
      <ol className={styles.steps}>
        <li>{say('pane.welcome.step1')}</li>
        <li>{say('pane.welcome.step2')}</li>
        <li>{say('pane.welcome.step3')}</li>
      </ol>
      <p className={styles.note}>
        {say('pane.privacy')} {say('pane.offline')}
      </p>
    </Empty>
  );
}

/** A page with nothing on it yet says what it is for. */
export function Empty(props: {
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
}): ReactElement {
  return (
    <main className={styles.empty}>
      <div className={styles.emptyMark}>
        <Glyph name={props.icon} />
      </div>
      <h1 tabIndex={-1} className={styles.emptyTitle}>
        {props.title}
      </h1>
      <p className={styles.emptyText}>{props.text}</p>
      {props.children}
    </main>
  );
}

/**
 * The page of the shared runtime: the pane, and the ribbon's functions, which work while the pane is closed.
 *
 * What this folder may not do: judge figures (src/core), call Excel (src/excel), or fetch anything.
 */
import { useLayoutEffect, useSyncExternalStore, type ReactElement, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { ThemeProvider } from 'office-ui-fabric-react/lib/Theme';
import { registerCommands } from '../commands';
import { officeCommands } from '../commands/office';
import { Session } from '../commands/session';
import { checkWorkbookSteps } from '../core';
import { ExcelSpreadsheet, noticeOf } from '../excel';
import { translate, type Locale } from '../i18n';
import { Appearance } from './appearance';
import { breathe } from './breathe';
import { registerPaneIcons } from './icons';
import { Empty, Pane } from './Pane';
import { applyPageStyles, styles } from './styles';
import { LocaleProvider, paneLocale, useText } from './text';
import { applyScheme, themeOf } from './theme';
import { browserStore, UserDefaults } from './userDefaults';

registerPaneIcons();
applyPageStyles();

const element = document.getElementById('pane');
if (element === null) throw new Error('The page has no element for the pane');
const root = createRoot(element);

const defaults = new UserDefaults(browserStore());
const appearance = new Appearance(
  defaults,
  () => (typeof Office === 'undefined' ? undefined : Office.context?.officeTheme?.bodyBackgroundColor),
  window.matchMedia('(prefers-color-scheme: dark)'),
);

/** Language and colours for whatever is shown; both may change while it is shown. */
function Frame({ locale, children }: { readonly locale: Locale; readonly children: ReactNode }): ReactElement {
  const scheme = useSyncExternalStore(appearance.subscribe, appearance.getScheme);
  useLayoutEffect(() => applyScheme(document.documentElement, scheme), [scheme]);
  useLayoutEffect(() => {
    document.documentElement.lang = locale;
    document.title = translate(locale, 'pane.title');
  }, [locale]);
  return (
    <ThemeProvider theme={themeOf(scheme)}>
      <LocaleProvider value={locale}>{children}</LocaleProvider>
    </ThemeProvider>
  );
}

function show(locale: Locale, content: ReactElement): void {
  root.render(<Frame locale={locale}>{content}</Frame>);
}

function NoHost(): ReactElement {
  const say = useText();
  return (
    <Empty icon="Info" title={say('pane.no-host')} text={say('pane.no-host.hint')}>
      <p className={styles.note}>{say('pane.no-host.wps')}</p>
    </Empty>
  );
}

function Loading(): ReactElement {
  const say = useText();
  return <Empty icon="Compare" title={say('pane.title')} text={say('pane.loading')} />;
}

async function start(): Promise<void> {
  const browser = paneLocale(null, navigator.language);
  if (typeof Office === 'undefined') return show(browser, <NoHost />);
  show(browser, <Loading />);
  const { host } = await Office.onReady();
  if (host !== Office.HostType.Excel) return show(browser, <NoHost />);
  appearance.refresh();
  appearance.follow([
    [window, 'focus'],
    [document, 'visibilitychange'],
    [document.documentElement, 'mouseenter'],
  ]);
  const office = paneLocale(Office.context.displayLanguage, navigator.language);
  let spoken = defaults.read().display?.locale ?? office;
  const session = new Session({
    spreadsheet: new ExcelSpreadsheet(office),
    check: (workbook) => checkWorkbookSteps(workbook, { defaults: defaults.read() }),
    get locale() {
      return spoken;
    },
    defaults,
    noticeOf,
    now: () => performance.now(),
    breathe,
  });
  registerCommands(
    session,
    officeCommands(() => ({ locale: spoken, dark: appearance.getScheme() === 'dark' })),
  );
  const pane = <Pane session={session} appearance={appearance} />;
  show(spoken, pane);
  session.subscribe(() => {
    const wanted = session.getState().preferences.display?.locale ?? office;
    if (wanted === spoken) return;
    spoken = wanted;
    show(spoken, pane);
  });
}

void start();

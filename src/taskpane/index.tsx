/**
 * The page of the shared runtime: the pane, and the ribbon's functions, which work while the pane is closed.
 *
 * What this folder may not do: judge figures (src/core), call Excel (src/excel), or fetch anything.
 */
import { createRoot } from 'react-dom/client';
import { ThemeProvider } from 'office-ui-fabric-react/lib/Theme';
import { registerCommands } from '../commands';
import { officeCommands } from '../commands/office';
import { Session } from '../commands/session';
import { checkWorkbook } from '../core';
import { ExcelSpreadsheet, noticeOf } from '../excel';
import type { Locale } from '../i18n';
import { registerPaneIcons } from './icons';
import { Empty, Pane } from './Pane';
import { applyPageStyles } from './styles';
import { LocaleProvider, paneLocale, useText } from './text';
import { applyScheme, schemeFor, themeOf } from './theme';

registerPaneIcons();
applyPageStyles();

const element = document.getElementById('pane');
if (element === null) throw new Error('The page has no element for the pane');
const root = createRoot(element);

const SYSTEM_DARK = window.matchMedia('(prefers-color-scheme: dark)');

function show(locale: Locale, content: React.ReactElement): void {
  document.documentElement.lang = locale;
  const office = typeof Office === 'undefined' ? undefined : Office.context?.officeTheme?.bodyBackgroundColor;
  const scheme = schemeFor(null, office, SYSTEM_DARK.matches);
  applyScheme(document.documentElement, scheme);
  root.render(
    <ThemeProvider theme={themeOf(scheme)}>
      <LocaleProvider value={locale}>{content}</LocaleProvider>
    </ThemeProvider>,
  );
}

function NoHost(): React.ReactElement {
  const say = useText();
  return <Empty icon="Info" title={say('pane.no-host')} text={say('pane.no-host.hint')} />;
}

function Loading(): React.ReactElement {
  const say = useText();
  return <Empty icon="Compare" title={say('pane.title')} text={say('pane.loading')} />;
}

async function start(): Promise<void> {
  const browser = paneLocale(null, navigator.language);
  if (typeof Office === 'undefined') return show(browser, <NoHost />);
  show(browser, <Loading />);
  const { host } = await Office.onReady();
  if (host !== Office.HostType.Excel) return show(browser, <NoHost />);
  const locale = paneLocale(Office.context.displayLanguage, navigator.language);
  const session = new Session({
    spreadsheet: new ExcelSpreadsheet(locale),
    check: checkWorkbook,
    locale,
    noticeOf,
    now: () => performance.now(),
    breathe: () => new Promise((resolve) => setTimeout(resolve, 0)),
  });
  registerCommands(session, officeCommands());
  show(locale, <Pane session={session} />);
}

void start();

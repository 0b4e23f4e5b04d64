/** Which question this file answers: how do the commands reach Office: its actions, its pane, its ribbon, its small windows. */
import type { Locale } from '../i18n';
import type { CommandEvent, OfficeCommands } from './index';
import { encodeDialog, type ResultDialog } from './resultDialog';
import { RIBBON_TAB } from './ribbonState';

/** `locale` gives the language that is spoken now. */
export function officeCommands(locale: () => Locale): OfficeCommands {
  let visible = isDrawn();
  const { requirements } = Office.context;
  void Office.addin.onVisibilityModeChanged(({ visibilityMode }) => {
    visible = visibilityMode === Office.VisibilityMode.taskpane;
  });
  return {
    associate: (id, command) => Office.actions.associate(id, (event?: CommandEvent) => void command(event)),
    showPane: () => Office.addin.showAsTaskpane(),
    isPaneVisible: () => visible,
    ...(requirements.isSetSupported('RibbonApi', '1.1') ? { updateRibbon } : {}),
    ...(requirements.isSetSupported('DialogApi', '1.1') ? { showResult: (dialog) => showResult(dialog, locale()) } : {}),
  };
}

/** Before the first event: a page that was loaded for a ribbon button alone is not drawn. */
function isDrawn(): boolean {
  return typeof document !== 'undefined' && !document.hidden && document.documentElement.clientWidth > 0;
}

const updateRibbon: NonNullable<OfficeCommands['updateRibbon']> = (state) => {
  const groups = Object.entries(state).map(([id, controls]) => ({
    id,
    controls: Object.entries(controls).map(([control, enabled]) => ({ id: control, enabled })),
  }));
  // An Excel that refuses (it is busy, or the tab is not drawn yet) leaves the buttons as they are: each says in words what it lacks.
  Office.ribbon.requestUpdate({ tabs: [{ id: RIBBON_TAB, groups }] }).catch(() => undefined);
};

/** In per cent of the screen. */
const DIALOG_SIZE = { width: 26, height: 30 };

type Choice = Awaited<ReturnType<NonNullable<OfficeCommands['showResult']>>>;

/** Rejects when the window cannot be opened; one that is closed by its own cross counts as closed. */
function showResult(result: ResultDialog, locale: Locale): Promise<Choice> {
  const address = new URL('dialog.html', location.href);
  address.search = '';
  address.hash = encodeDialog(result, locale);
  return new Promise((resolve, reject) => {
    Office.context.ui.displayDialogAsync(address.href, { ...DIALOG_SIZE, displayInIframe: true }, (opened) => {
      if (opened.status !== Office.AsyncResultStatus.Succeeded) {
        reject(new Error(opened.error.message));
        return;
      }
      const dialog = opened.value;
      dialog.addEventHandler(Office.EventType.DialogMessageReceived, (event) => {
        dialog.close();
        const said = 'message' in event ? event.message : '';
        resolve(said === 'pane' || said === 'sheet' ? said : 'closed');
      });
      dialog.addEventHandler(Office.EventType.DialogEventReceived, () => resolve('closed'));
    });
  });
}

/** Which question this file answers: how do the commands reach Office: its actions, its pane, its ribbon, its small windows. */
import type { CommandEvent, OfficeCommands } from './index';
import { encodeDialog, type DialogLook } from './resultDialog';
import { RIBBON_TAB } from './ribbonState';

/** `look` gives the language that is spoken and the colours that are drawn now. */
export function officeCommands(look: () => DialogLook): OfficeCommands {
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
    ...(requirements.isSetSupported('DialogApi', '1.1') ? { showResult: resultWindow(look) } : {}),
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
const DIALOG_SIZE = { width: 30, height: 36 };

type Choice = Awaited<ReturnType<NonNullable<OfficeCommands['showResult']>>>;

/**
 * Shows a result in a window of its own, in the place of the one that still shows the result before: Office opens one at a time. Rejects when it
 * cannot be opened; one that is closed by its own cross, or that another takes the place of, counts as closed.
 */
function resultWindow(look: () => DialogLook): NonNullable<OfficeCommands['showResult']> {
  let endEarlier = (): void => undefined;
  return (result) => {
    endEarlier();
    const address = new URL('dialog.html', location.href);
    address.search = '';
    address.hash = encodeDialog(result, look());
    return opened(address.href).then(
      (dialog) =>
        new Promise<Choice>((resolve) => {
          const end = (choice: Choice): void => {
            endEarlier = () => undefined;
            resolve(choice);
          };
          endEarlier = () => {
            dialog.close();
            end('closed');
          };
          dialog.addEventHandler(Office.EventType.DialogMessageReceived, (event) => {
            dialog.close();
            const said = 'message' in event ? event.message : '';
            end(said === 'pane' || said === 'sheet' ? said : 'closed');
          });
          dialog.addEventHandler(Office.EventType.DialogEventReceived, () => end('closed'));
        }),
    );
  };
}

/** Office's number for a window that cannot be opened because another is; one that was closed is still there for a moment. */
const ALREADY_OPEN = 12007;
const TRIES = 20;
const BETWEEN_TRIES = 100;

function opened(address: string, tries = TRIES): Promise<Office.Dialog> {
  return new Promise((resolve, reject) => {
    Office.context.ui.displayDialogAsync(address, { ...DIALOG_SIZE, displayInIframe: true }, ({ status, value, error }) => {
      if (status === Office.AsyncResultStatus.Succeeded) resolve(value);
      else if (error.code === ALREADY_OPEN && tries > 1) setTimeout(() => resolve(opened(address, tries - 1)), BETWEEN_TRIES);
      else reject(new Error(error.message));
    });
  });
}

/** Which question this file answers: how do the commands reach Office: its actions, its pane, its ribbon. */
import type { CommandEvent, OfficeCommands } from './index';
import { RIBBON_TAB } from './ribbonState';

export function officeCommands(): OfficeCommands {
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

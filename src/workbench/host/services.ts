/**
 * What does Office offer beside the workbook? The shared runtime (show and hide the pane, what to do when the file opens),
 * the ribbon's buttons and tabs, keyboard shortcuts. The page draws them; here is their state.
 */
import { bind, type Bindings, type TypeBinding } from './binding';
import { HostError } from './errors';
import type { EventQueue } from './events';
import { EVENT_CATEGORY } from './protocol';

const VISIBILITY_CHANGED = 65539;

export interface RibbonControl {
  enabled: boolean;
  visible: boolean;
}

/** What the page around the grid needs to know. */
export class OfficeShell {
  paneState: 'Visible' | 'Hidden' = 'Visible';
  /** What `Office.addin.setStartupBehavior` set. */
  startState = 'Inactive';
  readonly controls = new Map<string, RibbonControl>();
  /** Contextual tabs that the add-in asked for, as it gave them. */
  readonly createdTabs: unknown[] = [];
  shortcuts: Record<string, string> = {};
  askBeforeClose = false;
  /** How often an add-in page announced that its `Office.actions` are there. */
  actionHandlersReady = 0;
  private readonly listeners = new Set<() => void>();

  control(id: string): RibbonControl {
    const control = this.controls.get(id) ?? { enabled: true, visible: true };
    this.controls.set(id, control);
    return control;
  }

  /** Called after every change of the pane's or the ribbon's state. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  changed(): void {
    for (const listener of this.listeners) listener();
  }
}

export const SERVICE_TARGETS: Readonly<Record<string, unknown>> = Object.fromEntries(
  [
    'Microsoft.InternalService.AddinInternalService',
    'Microsoft.AppRuntime.AppRuntimeService',
    'Microsoft.AppRuntime.AppRuntimePersistenceService',
    'Microsoft.DynamicRibbon.DynamicRibbon',
    'Microsoft.Office.ActionService',
    'Microsoft.BeforeDocumentCloseNotification.BeforeDocumentCloseNotification',
  ].map((name) => [name, Symbol(name)]),
);

interface UpdateControl {
  readonly id?: string;
  readonly enabled?: boolean;
  readonly visible?: boolean;
  readonly controls?: readonly UpdateControl[];
  readonly groups?: readonly UpdateControl[];
}

export function setPaneState(shell: OfficeShell, events: EventQueue, state: OfficeShell['paneState']): void {
  shell.paneState = state;
  events.push([EVENT_CATEGORY, VISIBILITY_CHANGED, '', JSON.stringify({ visibility: state }), '0', false]);
  shell.changed();
}

export function serviceBindings(shell: OfficeShell, events: EventQueue): Bindings {
  const update = (items: readonly UpdateControl[]): void => {
    for (const item of items) {
      if (item.id !== undefined) {
        const control = shell.control(item.id);
        if (item.enabled !== undefined) control.enabled = item.enabled;
        if (item.visible !== undefined) control.visible = item.visible;
      }
      update([...(item.groups ?? []), ...(item.controls ?? [])]);
    }
  };
  const parse = (json: unknown, location: string): unknown => {
    try {
      return JSON.parse(String(json));
    } catch {
      throw new HostError('InvalidArgument', location);
    }
  };

  const button: TypeBinding<{ readonly id: string }> = {
    get: { Id: ({ id }) => id, Enabled: ({ id }) => shell.control(id).enabled },
    set: {
      Enabled: ({ id }, value) => {
        shell.control(id).enabled = value === true;
        shell.changed();
      },
    },
    call: {
      SetEnabled: ({ id }, [value]) => {
        shell.control(id).enabled = value === true;
        shell.changed();
      },
    },
  };
  const tab: TypeBinding<{ readonly id: string }> = {
    get: { Id: ({ id }) => id },
    call: {
      SetVisibility: ({ id }, [value]) => {
        shell.control(id).visible = value === true;
        shell.changed();
      },
    },
  };
  const ribbon: TypeBinding<unknown> = {
    call: {
      GetButton: (_self, [id]) => ({ id: String(id) }),
      GetTab: (_self, [id]) => ({ id: String(id) }),
      ExecuteRequestCreate: (_self, [json]) => {
        shell.createdTabs.push(parse(json, 'DynamicRibbon.executeRequestCreate'));
        shell.changed();
      },
      ExecuteRequestUpdate: (_self, [json]) => {
        const request = parse(json, 'DynamicRibbon.executeRequestUpdate') as { readonly tabs?: readonly UpdateControl[] };
        update(request.tabs ?? []);
        shell.changed();
      },
    },
  };
  return {
    'OfficeCore.AddinInternalService': bind({
      call: {
        NotifyActionHandlerReady: () => {
          shell.actionHandlersReady++;
          // A page that comes up while the pane is closed has heard of no change yet.
          if (shell.paneState === 'Hidden') setPaneState(shell, events, 'Hidden');
        },
      },
    }),
    'OfficeCore.AppRuntimeService': bind({
      call: {
        SetAppRuntimeState: (_self, [state]) => setPaneState(shell, events, state === 'Visible' ? 'Visible' : 'Hidden'),
        GetAppRuntimeState: () => shell.paneState,
      },
    }),
    'OfficeCore.AppRuntimePersistenceService': bind({
      call: {
        SetAppRuntimeStartState: (_self, [state]) => void (shell.startState = String(state)),
        GetAppRuntimeStartState: () => shell.startState,
      },
    }),
    'OfficeCore.DynamicRibbon': bind(ribbon),
    'OfficeCore.RibbonButton': bind(button),
    'OfficeCore.RibbonTab': bind(tab),
    'OfficeCore.ActionService': bind({
      call: {
        AreShortcutsInUse: (_self, [shortcuts]) => (Array.isArray(shortcuts) ? shortcuts.map(() => false) : []),
        GetShortcuts: () => shell.shortcuts,
        ReplaceShortcuts: (_self, [shortcuts]) => {
          shell.shortcuts = { ...shell.shortcuts, ...(shortcuts as Record<string, string>) };
        },
      },
    }),
    'OfficeCore.BeforeDocumentCloseNotification': bind({
      call: { Enable: () => void (shell.askBeforeClose = true), Disable: () => void (shell.askBeforeClose = false) },
    }),
  };
}

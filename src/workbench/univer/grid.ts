/** How the grid starts in a page: which parts of Univer's own interface are there, in which language, in which container. */
import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/preset-sheets-conditional-formatting/lib/index.css';
import {
  type ILanguagePack,
  type IWorkbookData,
  LifecycleService,
  LifecycleStages,
  LocaleType,
  LogLevel,
  merge,
  type Plugin,
  type PluginCtor,
  Univer,
} from '@univerjs/core';
import { UniverSheetsConditionalFormattingPreset } from '@univerjs/preset-sheets-conditional-formatting';
import formatsEn from '@univerjs/preset-sheets-conditional-formatting/locales/en-US';
import formatsZh from '@univerjs/preset-sheets-conditional-formatting/locales/zh-CN';
import { UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import coreEn from '@univerjs/preset-sheets-core/locales/en-US';
import coreZh from '@univerjs/preset-sheets-core/locales/zh-CN';
import { greenTheme } from '@univerjs/themes';
import { type Locale, translate } from '../../i18n';
import { openUnit } from './engine';
import { GRID_LOCALE } from './open';
import { UniverWorkbookModel } from './univerModel';

/** A preset's plugin: its class alone, or the class with its options. */
type PresetPlugin = PluginCtor<Plugin> | readonly [PluginCtor<Plugin>, object];

export interface Grid {
  /** Replaces the workbook in the grid; the old model must not be used afterwards. */
  open(data: Partial<IWorkbookData>): UniverWorkbookModel;
  /** Resolves when the first workbook has been drawn. */
  readonly rendered: Promise<void>;
}

/** Starts the grid in `container`: formula bar, cells and sheet tabs; no toolbar, no menus that change the workbook's build. */
export function createGrid(container: HTMLElement, locale: Locale): Grid {
  const univer = new Univer({
    theme: greenTheme,
    locale: GRID_LOCALE[locale],
    locales: {
      [LocaleType.ZH_CN]: languagePack('zh-CN', coreZh, formatsZh),
      [LocaleType.EN_US]: languagePack('en', coreEn, formatsEn),
    },
    logLevel: LogLevel.ERROR,
  });
  const core = UniverSheetsCorePreset({
    container,
    // The formula bar stands in Univer's header; its toolbar does not.
    header: true,
    toolbar: false,
    formulaBar: true,
    contextMenu: false,
    disableAutoFocus: true,
    footer: { sheetBar: true, statisticBar: true, menus: false, zoomSlider: false, addSheetButtonConfig: { show: false } },
    sheets: { disableForceStringAlert: true, disableForceStringMark: true, protectedRangeShadow: false },
    disableTextFormatAlert: true,
    disableTextFormatMark: true,
  });
  for (const plugin of [...core.plugins, ...UniverSheetsConditionalFormattingPreset().plugins] as readonly PresetPlugin[]) {
    if (typeof plugin === 'function') univer.registerPlugin(plugin);
    else univer.registerPlugin(plugin[0], plugin[1]);
  }
  let firstDrawn: () => void = () => undefined;
  const rendered = new Promise<void>((resolve) => {
    firstDrawn = resolve;
  });
  return {
    rendered,
    open(data) {
      const model = new UniverWorkbookModel(openUnit(univer, data));
      void model.engine.injector.get(LifecycleService).onStage(LifecycleStages.Rendered).then(firstDrawn);
      return model;
    },
  };
}

/** Univer's texts, and the five of its progress display that its own packs leave out. */
function languagePack(locale: Locale, ...packs: readonly ILanguagePack[]): ILanguagePack {
  const progress = Object.fromEntries(
    ['analyzing', 'calculating', 'array-analysis', 'array-calculation', 'done'].map((step) => [
      step,
      translate(locale, step === 'done' ? 'workbench.calculated' : 'workbench.calculating'),
    ]),
  );
  return merge({}, ...packs, { 'sheets-formula': { progress } }) as ILanguagePack;
}

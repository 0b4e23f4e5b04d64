/** Which question this file answers: what does the small window after a check from the ribbon say. Numbers only: nothing of the workbook goes into an address. */
import { localeOf, type Locale } from '../i18n';
import { countLevels } from '../present/levels';
import type { Outcome } from './state';

export interface ResultDialog {
  readonly tables: number;
  readonly checked: number;
  readonly held: number;
  readonly rounding: number;
  readonly errors: number;
  readonly warnings: number;
  readonly marked: number;
  /** Only one sheet was asked for. */
  readonly sheetOnly: boolean;
}

/** How the window is to look and speak: as the pane does. */
export interface DialogLook {
  readonly locale: Locale;
  readonly dark: boolean;
}

export function dialogOf({ result, marked, scope }: Outcome): ResultDialog {
  const levels = countLevels(result.findings);
  return {
    tables: result.tables.filter(({ kind }) => kind !== 'other' && kind !== 'narrative').length,
    checked: result.relations.checked,
    held: result.relations.held,
    rounding: result.relations.rounding,
    errors: levels.error,
    warnings: levels.warning,
    marked,
    sheetOnly: scope !== undefined,
  };
}

/** As the part of an address behind `#`. */
export function encodeDialog(dialog: ResultDialog, { locale, dark }: DialogLook): string {
  const numbers = Object.entries(dialog).map(([key, value]) => [key, String(Number(value))]);
  return new URLSearchParams([...numbers, ['lang', locale], ['dark', String(Number(dark))]]).toString();
}

export function dialogLook(hash: string): DialogLook {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  return { locale: localeOf(given.get('lang') ?? ''), dark: given.get('dark') === '1' };
}

/** Whatever the address says, numbers come out. */
export function decodeDialog(hash: string): ResultDialog {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const number = (key: string): number => {
    const value = Number(given.get(key));
    return Number.isFinite(value) && value > 0 ? Math.floor(value) : 0;
  };
  return {
    tables: number('tables'),
    checked: number('checked'),
    held: number('held'),
    rounding: number('rounding'),
    errors: number('errors'),
    warnings: number('warnings'),
    marked: number('marked'),
    sheetOnly: number('sheetOnly') > 0,
  };
}

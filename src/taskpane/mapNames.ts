/** Which question this file answers: what are the tables on the map called, in the room that there is beside a dot? */
import type { Locale } from '../i18n';
import { kindName, shortKindName } from '../present/messages';
import type { MapNode } from '../present/relationMap';
import { textWidth } from '../present/width';

/** Sheets with longer names are called by their kind where two tables stand in one line of text. */
const BRIEF = 12;

export interface MapName {
  /** The sheet, or the short kind where a node stands for several tables. */
  readonly place: string;
  /** The kind's short common name ('' where the place says it already), or how many tables there are. */
  readonly short: string;
  /** Everything: on hover, and for whoever listens. */
  readonly full: string;
  /** 表三, or 项目绩效 instead of a long name of a sheet. */
  readonly brief: string;
}

export function mapName(locale: Locale, { tables }: MapNode): MapName {
  const [first] = tables;
  if (!first) return { place: '', short: '', full: '', brief: '' };
  const { sheet, kind } = first;
  const short = shortKindName(locale, kind);
  if (tables.length > 1) {
    const times = `× ${tables.length}`;
    return { place: short, short: times, full: `${kindName(locale, kind)} ${times}`, brief: `${short} ${times}` };
  }
  const whole = kindName(locale, kind);
  const unsaid = (name: string): boolean => kind !== 'other' && !sheet.includes(name);
  return {
    place: sheet,
    short: unsaid(short) ? short : '',
    full: unsaid(whole) ? `${sheet} ${whole}` : sheet,
    brief: kind !== 'other' && textWidth(sheet) > BRIEF ? short : sheet,
  };
}

/**
 * The lines of each label, none wider than `room` (in half-width characters): the name in full where all fit, else with the short kind,
 * else the short kind in a second line, and there cut where even that is too wide.
 */
export function labelLines(names: readonly MapName[], room: number): readonly (readonly string[])[] {
  const inOneLine = [names.map(({ full }) => full), names.map(({ place, short }) => `${place} ${short}`.trim())];
  const fitting = inOneLine.find((lines) => lines.every((line) => textWidth(line) <= room));
  if (fitting) return fitting.map((line) => [line]);
  return names.map(({ place, short }) => [place, short].filter((line) => line !== '').map((line) => cut(line, room)));
}

function cut(text: string, room: number): string {
  if (textWidth(text) <= room) return text;
  let kept = '';
  for (const symbol of text) {
    if (textWidth(kept + symbol) > room - 2) break;
    kept += symbol;
  }
  return `${kept}…`;
}

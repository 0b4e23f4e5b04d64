/**
 * Settings ↔ the one XML document that the workbook carries in a custom part, read alike from Excel and from the file. What this version
 * does not know of it is kept and written back.
 *
 *     <settings xmlns="urn:gouji:settings:1">
 *       <table sheet="表三" title="部门支出总表" top="1" unit="万元"/>                 (tables.ts)
 *       <finding id="8f0c…" key="20b7…" reason="已核实" figures="51d2…"/>
 *       <tolerance kind="exact"/>                                                     (preferences.ts)
 *     </settings>
 */
import type { Message } from '../model';
import { parseXmlTree, writeXmlTree, type XmlElement } from '../xmlTree';
import { element, keptOf, without } from './kept';
import {
  NO_SETTINGS,
  SETTINGS_NAMESPACE,
  type IgnoredFinding,
  type Preferences,
  type TableCorrection,
  type WorkbookSettings,
} from './model';
import { PREFERENCE_ELEMENTS, preferenceElements, preferenceOf } from './preferences';
import { tableElement, tableOf } from './tables';

export interface DecodedSettings {
  readonly settings: WorkbookSettings;
  /** What could not be understood; never silent. */
  readonly notices: readonly Message[];
}

/** Never throws. No document is no settings. */
export function decodeSettings(xml: string | null | undefined): DecodedSettings {
  if (xml === null || xml === undefined || xml.trim() === '') return { settings: NO_SETTINGS, notices: [] };
  const root = parseXmlTree(xml);
  if (root === null || root.namespace !== SETTINGS_NAMESPACE || root.local !== 'settings') {
    return { settings: NO_SETTINGS, notices: [{ id: 'skip.settings-broken', data: {} }] };
  }
  const corrections: TableCorrection[] = [];
  const ignored: IgnoredFinding[] = [];
  let preferences: Preferences = {};
  const unknown: (XmlElement | string)[] = [];
  const notices: Message[] = [];
  for (const child of root.children) {
    if (typeof child === 'string') {
      if (child.trim() !== '') unknown.push(child);
      continue;
    }
    const own = child.namespace === SETTINGS_NAMESPACE;
    const correction = own && child.local === 'table' ? tableOf(child, notices) : null;
    const finding = own && child.local === 'finding' ? findingOf(child) : null;
    const preference = own ? preferenceOf(child, preferences) : null;
    if (correction) corrections.push(correction);
    else if (finding) ignored.push(finding);
    else if (preference) preferences = { ...preferences, ...preference };
    else {
      unknown.push(child);
      if (own && KNOWN_ELEMENTS.includes(child.local)) notices.push({ id: 'skip.settings-entry', data: { entry: child.local } });
    }
  }
  const attributes = without(root.attributes, ['xmlns']);
  return { settings: { version: 1, corrections, ignored, ...preferences, ...keptOf(attributes, unknown) }, notices };
}

const KNOWN_ELEMENTS = ['table', 'finding', ...PREFERENCE_ELEMENTS];

function findingOf({ attributes, children }: XmlElement): IgnoredFinding | null {
  const { id, key, reason = '', figures } = attributes;
  if (id === undefined) return null;
  const kept = keptOf(without(attributes, ['xmlns', 'id', 'key', 'reason', 'figures']), children);
  return { id, ...(key === undefined ? {} : { key }), reason, ...(figures === undefined ? {} : { figures }), ...kept };
}

/** The document to be kept in the workbook; `null` when there is nothing to keep. */
export function encodeSettings(settings: WorkbookSettings): string | null {
  const { corrections, ignored, kept } = settings;
  const children = [
    ...corrections.map(tableElement),
    ...ignored.map(({ id, key, reason, figures, kept: rest }) => element('finding', { id, key, reason, figures }, [], rest)),
    ...preferenceElements(settings),
  ];
  if (children.length === 0 && !kept?.children.length) return null;
  return writeXmlTree(element('settings', { xmlns: SETTINGS_NAMESPACE }, children, kept));
}

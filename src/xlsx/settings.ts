/** Which settings does the file carry? The custom XML part of Gouji's namespace, as it stands in the package. */
import { SETTINGS_NAMESPACE } from '../core/settings';
import type { OpcPackage, WorkbookPart } from './package';
import { rootNamespace } from './xml';

/** `undefined` when there is none. Other programs' parts are left unread but for their first tag. */
export function settingsOf(opc: OpcPackage, workbook: WorkbookPart): string | undefined {
  for (const { kind, target, external } of workbook.relationships) {
    if (kind !== 'customXml' || external || opc.find(target) === null) continue;
    const xml = opc.text(target);
    if (xml.includes(SETTINGS_NAMESPACE) && rootNamespace(xml) === SETTINGS_NAMESPACE) return xml;
  }
  return undefined;
}

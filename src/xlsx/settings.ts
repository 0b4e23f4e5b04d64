/** Which settings does the file carry? The custom XML part of Gouji's namespace, as it stands in the package. */
import { SETTINGS_NAMESPACE } from '../core/settings';
import { customXmlParts } from './customXml';
import type { OpcPackage } from './package';
import { rootNamespace } from './xml';

/** `undefined` when there is none. Other programs' parts are left unread but for their first tag. */
export function settingsOf(opc: OpcPackage): string | undefined {
  for (const target of customXmlParts(opc)) {
    const xml = opc.text(target);
    if (xml.includes(SETTINGS_NAMESPACE) && rootNamespace(xml) === SETTINGS_NAMESPACE) return xml;
  }
  return undefined;
}

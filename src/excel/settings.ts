/** Which question this file answers: where in the workbook are Gouji's settings, and how are they changed. (Custom XML parts: ExcelApi 1.5.) */
import { SETTINGS_NAMESPACE } from '../core/settings';

/** Asks for the parts of Gouji's namespace; they are known after the next sync. */
export function askForSettings(context: Excel.RequestContext): Excel.CustomXmlPartScopedCollection {
  const parts = context.workbook.customXmlParts.getByNamespace(SETTINGS_NAMESPACE);
  parts.load('items/id');
  return parts;
}

/** The XML of the first part, known after the next sync; `null` when the workbook has none. */
export function settingsXml(parts: Excel.CustomXmlPartScopedCollection): OfficeExtension.ClientResult<string> | null {
  return parts.items[0]?.getXml() ?? null;
}

/** The settings of the workbook as they are now. */
export async function readSettings(context: Excel.RequestContext): Promise<string | null> {
  const parts = askForSettings(context);
  await context.sync();
  const xml = settingsXml(parts);
  if (xml !== null) await context.sync();
  return xml?.value ?? null;
}

/**
 * Puts what `change` makes of the workbook's settings in their place: from `null` when there are none, to `null` when there shall be
 * none. Of several parts (a workbook put together of two) one is left.
 */
export async function changeSettings(context: Excel.RequestContext, change: (xml: string | null) => string | null): Promise<void> {
  const parts = askForSettings(context);
  await context.sync();
  const present = settingsXml(parts);
  if (present !== null) await context.sync();
  const xml = change(present?.value ?? null);
  const [first, ...others] = parts.items;
  for (const part of others) part.delete();
  if (xml === null) first?.delete();
  else if (first) first.setXml(xml);
  else context.workbook.customXmlParts.add(xml);
  await context.sync();
}

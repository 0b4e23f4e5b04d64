/** What did the user lay down? The door of the settings: what they are, how they are kept, changed, merged and handed on. */
import { xmlText } from '../xmlTree';

export * from './model';
export { decodeSettings, encodeSettings, type DecodedSettings } from './document';
export * from './change';
export { isToleranceAmount } from './preferences';
export { figuresOf, keyOf } from './accepted';
export { effectiveSettings, overlaid, ownAccounts } from './effective';
export { exportSettings, importSettings, type ImportedSettings } from './exchange';
export type { Tolerance } from '../interval';

/** How a column is recognised again when columns were moved. */
export function headerText(header: readonly string[]): string {
  return xmlText(header.join(' / '));
}

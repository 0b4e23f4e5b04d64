/** Which custom XML parts does a package hold? Excel hangs them on the workbook, other programs on the package itself. (ECMA-376 part 1, 15.2.5) */
import type { OpcPackage } from './package';

/** The parts that relationships of this kind may start from; '' is the package. */
export const customXmlSources = ({ workbook }: Pick<OpcPackage, 'workbook'>): readonly string[] => [workbook, ''];

/** Names of the parts that are there. */
export function customXmlParts(opc: OpcPackage): readonly string[] {
  const targets = customXmlSources(opc)
    .flatMap((source) => opc.relationships(source))
    .filter(({ kind, target, external }) => kind === 'customXml' && !external && opc.find(target) !== null)
    .map(({ target }) => target);
  return [...new Set(targets)];
}

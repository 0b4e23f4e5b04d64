/**
 * What does the Excel API consist of? The shape of build/office-metadata.json, which scripts/extract-office-metadata.mjs
 * derives from the installed client library. Keys are wire names (PascalCase), `name` is the script's name (camelCase).
 */

/** Requirement set and version, e.g. `["ExcelApi", "1.9"]`. */
export type Requirement = readonly [set: string, version: string];

export interface PropertyInfo {
  readonly name: string;
  readonly writable: boolean;
  /** The wire name that its setter sends, where it is another than the one it is read by. */
  readonly writtenAs?: string;
  readonly requires?: Requirement;
}

export interface NavigationInfo {
  readonly name: string;
  readonly type: string;
  readonly collection: boolean;
  readonly requires?: Requirement;
}

export interface MethodInfo {
  readonly name: string;
  /** The type of the object that it returns; absent for a plain value or nothing. */
  readonly returns?: string;
  readonly write?: boolean;
  readonly requires?: Requirement;
}

export interface EventInfo {
  readonly type?: number;
  /** Whose id the event carries: the object's own, or the word `Workbook`. */
  readonly target?: 'workbook' | 'object';
  /** The wire method that registers it. */
  readonly register?: string;
  readonly requires?: Requirement;
}

export interface TypeInfo {
  readonly properties: Readonly<Record<string, PropertyInfo>>;
  readonly navigations: Readonly<Record<string, NavigationInfo>>;
  readonly methods: Readonly<Record<string, MethodInfo>>;
  readonly events: Readonly<Record<string, EventInfo>>;
  readonly collection?: boolean;
  /** Type of a collection's items. */
  readonly item?: string;
  readonly indexer?: { readonly name: string; readonly type: string; readonly requires?: Requirement };
  /** Properties that the client wants back whenever an object is instantiated. */
  readonly ids?: readonly string[];
}

export interface OfficeMetadata {
  /** Package and version, e.g. `@microsoft/office-js 1.1.110`. */
  readonly source: string;
  readonly types: Readonly<Record<string, TypeInfo>>;
  /** Type of each top-level service, by the service's name. */
  readonly services: Readonly<Record<string, string>>;
}

/** `1.10` against `1.9`: negative, zero or positive. */
export function compareVersions(a: string, b: string): number {
  const [majorA = 0, minorA = 0] = a.split('.').map(Number);
  const [majorB = 0, minorB = 0] = b.split('.').map(Number);
  return majorA - majorB || minorA - minorB;
}

export type RequirementSets = Readonly<Record<string, string>>;

export function supports(sets: RequirementSets, requirement: Requirement | undefined): boolean {
  if (!requirement) return true;
  const have = sets[requirement[0]];
  return have !== undefined && compareVersions(have, requirement[1]) >= 0;
}

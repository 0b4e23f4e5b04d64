/**
 * Which Excel do we play? Requirement sets and limits per product, from Microsoft's published tables (as of August
 * 2026). The npm client knows ExcelApi up to 1.15, so no profile declares more: what is newer is absent at run time.
 */
import { compareVersions, type RequirementSets } from './metadata';

export type ProfileName = '2019' | '2021' | '2024' | '365' | 'web';

export interface Profile {
  readonly name: ProfileName;
  /** Full version as `Office.context.diagnostics.version` shows it. */
  readonly version: string;
  readonly platform: 'PC' | 'OfficeOnline';
  readonly sets: RequirementSets;
  /** Bytes a request or a response may have, where the product limits it. */
  readonly payloadLimit: number | null;
}

/** The newest set that the npm client contains. */
export const CLIENT_EXCEL_API = '1.15';

const COMMON: RequirementSets = {
  DynamicRibbon: '1.2',
  RichApiRuntime: '1.2',
  RichApiRuntimeFlag: '1.2',
  Settings: '1.1',
  File: '1.1',
  CompressedFile: '1.1',
  DocumentEvents: '1.1',
  MatrixBindings: '1.1',
  TableBindings: '1.1',
  TextBindings: '1.1',
  Selection: '1.1',
  DelayForCellEdit: '1.1',
  AddinCommands: '1.1',
  DialogApi: '1.2',
};

interface Product {
  readonly version: string;
  readonly platform: Profile['platform'];
  /** As the product declares it, before the cap. */
  readonly excelApi: string;
  readonly more: RequirementSets;
  readonly payloadLimit?: number;
}

const PRODUCTS: Readonly<Record<ProfileName, Product>> = {
  // Below Gouji's floor: here to prove that the pane refuses in words.
  '2019': { version: '16.0.10827.20150', platform: 'PC', excelApi: '1.7', more: {} },
  '2021': {
    version: '16.0.14326.20508',
    platform: 'PC',
    excelApi: '1.14',
    more: { SharedRuntime: '1.1', RibbonApi: '1.2', ExcelApiUndo: '1.14' },
  },
  '2024': {
    version: '16.0.17932.20000',
    platform: 'PC',
    excelApi: '1.17',
    more: { SharedRuntime: '1.2', RibbonApi: '1.2', ExcelApiUndo: '1.17' },
  },
  '365': {
    version: '16.0.20131.20090',
    platform: 'PC',
    excelApi: '1.21',
    more: {
      ExcelApiDesktop: '1.1',
      SharedRuntime: '1.2',
      RibbonApi: '1.3',
      KeyboardShortcuts: '1.1',
      ExcelApiUndo: '1.20',
    },
  },
  web: {
    version: '16.0.20200.40000',
    platform: 'OfficeOnline',
    excelApi: '1.21',
    payloadLimit: 5 * 1024 * 1024,
    more: {
      ExcelApiOnline: '1.1',
      SharedRuntime: '1.2',
      RibbonApi: '1.3',
      KeyboardShortcuts: '1.1',
      ExcelApiUndo: '1.20',
    },
  },
};

export const PROFILE_NAMES = Object.keys(PRODUCTS) as readonly ProfileName[];

export function profileOf(name: ProfileName): Profile {
  const product = PRODUCTS[name];
  const excelApi = compareVersions(product.excelApi, CLIENT_EXCEL_API) > 0 ? CLIENT_EXCEL_API : product.excelApi;
  return {
    name,
    version: product.version,
    platform: product.platform,
    sets: { ...COMMON, ...product.more, ExcelApi: excelApi },
    payloadLimit: product.payloadLimit ?? null,
  };
}

/** As office.js reads it from its host: lower-case set names to versions, in JSON. */
export function requirementMatrix(profile: Profile): string {
  return JSON.stringify(Object.fromEntries(Object.entries(profile.sets).map(([set, version]) => [set.toLowerCase(), version])));
}

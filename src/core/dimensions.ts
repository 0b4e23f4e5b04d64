/** Which meanings can a user give to a column? The dimensions of the model that make sense in a column's heading. */
import type { ColumnRole, Fund, Item, Nature } from './model';

export const GIVEN_ROLES = [
  'code',
  'name',
  'ordinal',
  'organisation',
  'project',
  'amount',
  'text',
] as const satisfies readonly ColumnRole[];

export const GIVEN_NATURES = [
  'all',
  'basic',
  'staff',
  'operating',
  'project',
  'business',
  'upward',
  'subsidy',
] as const satisfies readonly Nature[];

export const GIVEN_FUNDS = [
  'all',
  'fiscal',
  'general',
  'gov-fund',
  'state-capital',
  'fiscal-account',
  'upper-treasury',
  'business',
  'upper-subsidy',
  'affiliate',
  'operation',
  'other',
  'own',
  'current',
  'carry-in',
  'balance-use',
] as const satisfies readonly Fund[];

export const GIVEN_ITEMS = [
  'three-public-total',
  'abroad',
  'vehicle',
  'vehicle-purchase',
  'vehicle-running',
  'reception',
  'meeting',
  'training',
] as const satisfies readonly Item[];

/** Every rule of the engine, in the order of the rule catalogue. A new rule is one file and one line here. */
import type { Rule } from '../model';
import { accountCode } from './account-code';
import { accountColumns } from './account-columns';
import { accountDepth } from './account-depth';
import { accountDuplicates } from './account-duplicates';
import { accountListed } from './account-listed';
import { accountNames } from './account-names';
import { accountParents } from './account-parents';
import { accountShape } from './account-shape';
import { agencyOperating } from './agency-operating';
import { allFundsGeneral } from './all-funds-general';
import { balance } from './balance';
import { basicEconomic } from './basic-economic';
import { economicExpenditure } from './economic-expenditure';
import { basicProject } from './basic-project';
import { changeColumns } from './change-columns';
import { contentsTables } from './contents-tables';
import { disclosureSections } from './disclosure-sections';
import { economicItems } from './economic-items';
import { economicRollup } from './economic-rollup';
import { emptyTable } from './empty-table';
import { formulaResult } from './formula-result';
import { expenditureDetails } from './expenditure-details';
import { finalBudget } from './final-budget';
import { fiscalBalance } from './fiscal-balance';
import { fiscalGeneral } from './fiscal-general';
import { fiscalIncome } from './fiscal-income';
import { fundFlow } from './fund-flow';
import { functionalRollup } from './functional-rollup';
import { fundSummary } from './fund-summary';
import { incomeClasses } from './income-classes';
import { incomeExpenditure } from './income-expenditure';
import { insuranceIdentities } from './insurance-identities';
import { documentTables } from './document-tables';
import { lastYearFigures } from './last-year-figures';
import { medicalIdentity } from './medical-identity';
import { narrativeAccountName } from './narrative-account-name';
import { narrativeChange } from './narrative-change';
import { narrativeCount } from './narrative-count';
import { narrativeDepartment } from './narrative-department';
import { narrativeDoubled } from './narrative-doubled';
import { narrativeFormerName } from './narrative-former-name';
import { narrativeGrowth } from './narrative-growth';
import { narrativeProject } from './narrative-project';
import { narrativeResidue } from './narrative-residue';
import { narrativeShare } from './narrative-share';
import { narrativeSum } from './narrative-sum';
import { narrativeTable } from './narrative-table';
import { narrativeTwoValues } from './narrative-two-values';
import { narrativeNone } from './narrative-none';
import { narrativeUnit } from './narrative-unit';
import { narrativeYear } from './narrative-year';
import { performanceBudget } from './performance-budget';
import { performanceCost } from './performance-cost';
import { performanceCostProjects } from './performance-cost-projects';
import { performanceCounts } from './performance-counts';
import { performanceRates } from './performance-rates';
import { performanceUnits } from './performance-units';
import { performanceWeights } from './performance-weights';
import { performanceText } from './performance-text';
import { procurementItems } from './procurement-items';
import { procurementLimits } from './procurement-limits';
import { procurementPrice } from './procurement-price';
import { projectEconomic } from './project-economic';
import { projectRollup } from './project-rollup';
import { projectTotals } from './project-totals';
import { retirementPay } from './retirement-pay';
import { rowSums } from './row-sums';
import { sideSums } from './side-sums';
import { summaryExpenditure } from './summary-expenditure';
import { summaryFiscal } from './summary-fiscal';
import { summaryGeneral } from './summary-general';
import { summaryIncome } from './summary-income';
import { threePublicEconomic } from './three-public-economic';
import { threePublicRollup } from './three-public-rollup';
import { unknownTotals } from './unknown-totals';

export const RULES: readonly Rule[] = [
  balance,
  sideSums,
  functionalRollup,
  economicRollup,
  rowSums,
  summaryIncome,
  summaryExpenditure,
  incomeExpenditure,
  incomeClasses,
  summaryFiscal,
  fiscalGeneral,
  fundSummary,
  fiscalBalance,
  fundFlow,
  expenditureDetails,
  fiscalIncome,
  allFundsGeneral,
  summaryGeneral,
  basicProject,
  basicEconomic,
  projectEconomic,
  economicItems,
  economicExpenditure,
  projectRollup,
  projectTotals,
  threePublicRollup,
  threePublicEconomic,
  finalBudget,
  insuranceIdentities,
  medicalIdentity,
  retirementPay,
  agencyOperating,
  procurementItems,
  procurementPrice,
  procurementLimits,
  performanceBudget,
  performanceCost,
  performanceText,
  performanceCounts,
  lastYearFigures,
  changeColumns,
  documentTables,
  performanceCostProjects,
  performanceWeights,
  performanceRates,
  performanceUnits,
  narrativeTable,
  narrativeNone,
  narrativeUnit,
  narrativeProject,
  narrativeChange,
  narrativeSum,
  narrativeShare,
  narrativeGrowth,
  narrativeCount,
  narrativeTwoValues,
  narrativeDoubled,
  narrativeResidue,
  narrativeYear,
  narrativeFormerName,
  narrativeAccountName,
  narrativeDepartment,
  unknownTotals,
  accountNames,
  accountCode,
  accountShape,
  accountColumns,
  accountParents,
  accountDuplicates,
  accountDepth,
  accountListed,
  emptyTable,
  formulaResult,
  contentsTables,
  disclosureSections,
];

/** Which of two names (or what code) is the right one? The writing of most tables, or of the catalogue; a tie stays a tie. */
import { BUILT_IN_CATALOGUE, normaliseAccountName } from '../accounts';
import { compact } from '../recognise/text';
import type { Cause, Facts, Finding, Label } from '../model';
import type { CellRef } from '../workbook';

/** A code that place and sums contradict (rule account-code) has been proved by both. */
const PROVED = 0.9;
/** How many tables the catalogue's word is worth. */
const CATALOGUE_VOTES = 2;
/** Beyond this no count of tables makes a name certain. */
const MOST_CERTAIN = 0.97;

export function labelCauses(facts: Facts, findings: readonly Finding[]): readonly Cause[] {
  return findings.flatMap((finding) => {
    const { relation } = finding;
    if (relation.type !== 'label') return [];
    return relation.rule === 'account-code' ? codeCause(finding, relation.left) : nameCauses(facts, finding, relation.left, relation.right);
  });
}

function cause(finding: Finding, cell: CellRef, label: Label, value: string, suggested: string, confidence: number): Cause {
  return {
    cells: [{ cell, value, suggested, unit: null, label: `${label.codeText} ${label.name}` }],
    slip: 'wording',
    confidence: Math.round(Math.min(confidence, MOST_CERTAIN) * 100) / 100,
    findings: [finding.id],
  };
}

/** Only where the cell holds the whole code: of codes split over columns it is not known which part is wrong. */
function codeCause(finding: Finding, label: Label): readonly Cause[] {
  const { codeCell, codeText, account } = label;
  if (!codeCell || compact(codeText).length !== account.code.length) return [];
  return [cause(finding, codeCell, label, codeText, account.code, PROVED)];
}

function nameCauses(facts: Facts, finding: Finding, left: Label, right: Label): readonly Cause[] {
  const { catalogue = BUILT_IN_CATALOGUE } = facts;
  const votes = (label: Label): number => {
    const name = normaliseAccountName(label.name);
    const tables = facts.labels.filter(
      (other) =>
        other.account.scheme === label.account.scheme &&
        other.account.code === label.account.code &&
        normaliseAccountName(other.name) === name,
    ).length;
    const official = catalogue.nameOf(label.account, label.table.year)?.name;
    return tables + (official !== undefined && normaliseAccountName(official) === name ? CATALOGUE_VOTES : 0);
  };
  const forLeft = votes(left);
  const forRight = votes(right);
  const all = forLeft + forRight + 0.25;
  return [
    cause(finding, right.nameCell, right, right.name, left.name, forLeft / all),
    cause(finding, left.nameCell, left, left.name, right.name, forRight / all),
  ].filter(({ confidence }) => confidence >= 0.05);
}

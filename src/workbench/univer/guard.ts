/**
 * Which of the grid's own commands are switched off? Those whose effect a saved file could not carry: the file is saved by patching what was opened,
 * so columns, sheets and formats stay as they are. Rows come, go and are sorted by the workbench's own menu (`rows.ts`), since Univer's commands do
 * not do it as Excel does. Each refusal is told, never silent.
 */
import { CommandType, ICommandService } from '@univerjs/core';
import type { GridEngine } from './engine';

const ROWS = [
  'append-row insert-row insert-row-before insert-row-after insert-row-by-range insert-multi-rows-above insert-multi-rows-after',
  'remove-row remove-row-by-range remove-row-confirm move-rows reorder-range',
];
const STRUCTURE = [
  'insert-col insert-col-before insert-col-after insert-col-by-range insert-multi-cols-before insert-multi-cols-right',
  'insert-range-move-down insert-range-move-right insert-range-move-down-confirm insert-range-move-right-confirm',
  'delete-range-move-left delete-range-move-up delete-range-move-left-confirm delete-range-move-up-confirm',
  'remove-col remove-col-by-range remove-col-confirm move-range move-cols split-text-to-columns',
  'insert-sheet copy-sheet remove-sheet remove-sheet-confirm set-worksheet-name set-worksheet-order set-worksheet-hidden',
  'set-worksheet-show set-tab-color insert-defined-name remove-defined-name set-defined-name',
];
const FORMATS = [
  'add-worksheet-merge add-worksheet-merge-all add-worksheet-merge-horizontal add-worksheet-merge-vertical remove-worksheet-merge',
  'set-style set-bold set-italic set-underline set-stroke set-overline set-border set-border-basic set-border-color',
  'set-range-bold set-range-italic set-range-underline set-range-stroke set-range-subscript set-range-superscript',
  'set-font-family set-font-size set-text-color set-background-color reset-background-color reset-text-color',
  'set-horizontal-text-align set-vertical-text-align set-text-wrap set-text-rotation clear-selection-format clear-selection-all',
  'numfmt.set.currency numfmt.set.numfmt numfmt.set.percent numfmt.add.decimal.command numfmt.subtract.decimal.command',
  'add-worksheet-protection add-range-protection set-worksheet-protection paste-format',
];

export type Refusal = 'workbench.refusedRows' | 'workbench.refusedStructure' | 'workbench.refusedFormat';

/** Replaces the commands by ones that only tell `refused`. Univer registers its commands once, so once is enough. */
export function guardCommands(engine: GridEngine, refused: (why: Refusal) => void): void {
  const commands = engine.injector.get(ICommandService);
  const replace = (id: string, why: Refusal): void => {
    if (!commands.hasCommand(id)) return;
    commands.unregisterCommand(id);
    commands.registerCommand({
      id,
      type: CommandType.COMMAND,
      handler: () => {
        refused(why);
        return false;
      },
    });
  };
  for (const name of words(ROWS)) replace(`sheet.command.${name}`, 'workbench.refusedRows');
  for (const name of words(STRUCTURE)) replace(`sheet.command.${name}`, 'workbench.refusedStructure');
  replace('sheet.operation.rename-sheet', 'workbench.refusedStructure');
  for (const name of words(FORMATS)) replace(`sheet.command.${name}`, 'workbench.refusedFormat');
}

function words(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split(' '));
}

/** How long does a diagnosis take: the seeds with one slip, and a workbook of 20,000 relations with few and many. */
import { diagnose } from '../../../src/core/diagnose';
import { largeInput } from './large';

for (const slips of [1, 10, 100]) {
  const input = largeInput(375, slips);
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    diagnose(input);
    return performance.now() - start;
  }).sort((a, b) => a - b);
  const { causes } = diagnose(input);
  console.log(
    `${input.relations.length} relations, ${slips} slips: ${times[2]?.toFixed(0)} ms (first ${times[4]?.toFixed(0)}), ${causes.filter(({ confidence }) => confidence >= 0.9).length} causes at 0.9 or more`,
  );
}

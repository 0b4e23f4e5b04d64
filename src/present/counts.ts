/** Which question this file answers: how is a count written? Chinese and English write it alike. Amounts are written as their tables state them. */

/** 12,345 */
export function counted(count: number): string {
  return separated(String(count));
}

/** 12345.60 → 12,345.60 */
export function separated(digits: string): string {
  return digits.replace(/^-?\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));
}

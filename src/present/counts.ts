/** Which question this file answers: how is a count written? Chinese and English write it alike. Amounts are written as their tables state them. */

/** 12,345 */
export function counted(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Which slip of the fingers turns one printed amount into another? Amounts are whole numbers of the column's last digit. */

/** `7520` with two decimals → `75.20`. */
export function printedOf(units: number, decimals: number): string {
  const digits = String(Math.abs(units)).padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** Back to units; `null` when the text has more decimals than the column or is no number. */
function unitsOf(text: string, decimals: number): number | null {
  const [whole = '', fraction = ''] = text.split('.');
  if (whole === '' || fraction.length > decimals) return null;
  return Number(whole + fraction.padEnd(decimals, '0'));
}

/** As printed and, since cells drop trailing zeros, as typed. */
function writings(units: number, decimals: number): readonly string[] {
  const printed = printedOf(units, decimals);
  const typed = decimals > 0 ? printed.replace(/\.?0+$/, '') : printed;
  return typed === printed || typed === '' ? [printed] : [printed, typed];
}

/** Every amount that is left when one digit is dropped. */
export function withoutOneDigit(units: number, decimals: number): ReadonlySet<number> {
  const left = new Set<number>();
  for (const text of writings(units, decimals)) {
    for (let at = 0; at < text.length; at += 1) {
      if (text[at] === '.') continue;
      const value = unitsOf(text.slice(0, at) + text.slice(at + 1), decimals);
      if (value !== null) left.add(value);
    }
  }
  left.delete(Math.abs(units));
  return left;
}

/** Every amount that an exchange of two neighbouring digits makes. */
export function withDigitsSwapped(units: number, decimals: number): ReadonlySet<number> {
  const digits = printedOf(units, decimals).replace('.', '');
  const made = new Set<number>();
  for (let at = 1; at < digits.length; at += 1)
    made.add(Number(digits.slice(0, at - 1) + (digits[at] ?? '') + (digits[at - 1] ?? '') + digits.slice(at + 1)));
  made.delete(Math.abs(units));
  return made;
}

/** How many digits the printed amount has. */
export function digitCount(units: number, decimals: number): number {
  return printedOf(units, decimals).replace('.', '').length;
}

/** How many digits are left without the zeros at the end: 27.05 → 4, 500 → 1. */
export function figures(units: number): number {
  return String(Math.abs(units)).replace(/0+$/, '').length;
}

/** True when the two differ in exactly one digit, at the same place. */
export function oneDigitReplaced(a: number, b: number, decimals: number): boolean {
  const x = printedOf(a, decimals);
  const y = printedOf(b, decimals);
  if (x.length !== y.length) return false;
  let different = 0;
  for (let at = 0; at < x.length; at += 1) if (x[at] !== y[at]) different += 1;
  return different === 1;
}

/** True when `seen` is `whole` cut or rounded to fewer decimals. */
export function decimalsCut(seen: number, whole: number, decimals: number): boolean {
  for (let cut = 1; cut <= decimals; cut += 1) {
    const step = 10 ** cut;
    if (whole % step === 0 || seen % step !== 0) continue;
    if (Math.trunc(whole / step) * step === seen || Math.round(whole / step) * step === seen) return true;
  }
  return false;
}

/** The power of ten, 1 to 8 either way, between two amounts; `null` when there is none. A figure moved right may lose digits. */
export function powerBetween(seen: number, whole: number): number | null {
  if (seen === 0 || whole === 0) return null;
  for (let power = 1; power <= 8; power += 1) {
    const step = 10 ** power;
    if (seen === whole * step) return power;
    if (
      whole === seen * step ||
      (Math.abs(seen) >= 10 && Math.trunc(whole / step) === seen) ||
      (Math.abs(seen) >= 10 && Math.round(whole / step) === seen)
    )
      return -power;
  }
  return null;
}

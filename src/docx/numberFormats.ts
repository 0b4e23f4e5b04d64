/** How does Word write the number of a numbered paragraph: 一, （1）, ①, 甲, IV? By ST_NumberFormat (ECMA-376 part 1, 17.18.59). */

const DIGITS = '〇一二三四五六七八九';
const LEGAL = '零壹贰叁肆伍陆柒捌玖';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

/** 十, 二十一, 一百〇一, 一百一十, 一千〇一十. */
function counted(value: number, digits: string, units: readonly string[]): string {
  let text = '';
  let gap = false;
  const places = [...String(value)].map(Number);
  places.forEach((digit, i) => {
    const power = places.length - 1 - i;
    if (digit === 0) gap = text !== '';
    else {
      text += `${gap ? (digits[0] ?? '') : ''}${digits[digit] ?? ''}${units[power] ?? ''}`;
      gap = false;
    }
  });
  return text;
}

/** 十, not 一十; of more than ten thousand no paragraph is the number. */
function chinese(value: number): string {
  return value >= 10000 ? String(value) : counted(value, DIGITS, ['', '十', '百', '千']).replace(/^一十/, '十');
}

function digitwise(value: number, digits: string): string {
  return [...String(value)].map((digit) => digits[Number(digit)] ?? '').join('');
}

function roman(value: number): string {
  const parts: readonly (readonly [number, string])[] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = Math.min(value, 3999);
  let text = '';
  for (const [size, letters] of parts)
    for (; rest >= size; rest -= size) {
      text += letters;
    }
  return text;
}

/** a, b, … z, aa, bb. */
function letters(value: number): string {
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.min(Math.ceil(value / 26), 50));
}

/** Single characters for the first numbers: ① is U+2460; `null` beyond the last. */
function among(value: number, first: number, count: number): string | null {
  return value >= 1 && value <= count ? String.fromCharCode(first + value - 1) : null;
}

function cycle(value: number, signs: string): string | null {
  return value >= 1 && value <= signs.length ? signs.charAt(value - 1) : null;
}

function special(value: number, format: string): string | null {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
      return chinese(value);
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseDigital':
      return digitwise(value, DIGITS);
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
      return value >= 10000 ? null : counted(value, LEGAL, ['', '拾', '佰', '仟']);
    case 'ideographTraditional':
      return cycle(value, STEMS);
    case 'ideographZodiac':
      return cycle(value, BRANCHES);
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return among(value, 0x2460, 20);
    case 'decimalEnclosedParen':
      return among(value, 0x2474, 20);
    case 'decimalEnclosedFullstop':
      return among(value, 0x2488, 20);
    case 'ideographEnclosedCircle':
      return among(value, 0x3280, 10);
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return digitwise(value, '０１２３４５６７８９');
    case 'upperRoman':
      return roman(value);
    case 'lowerRoman':
      return roman(value).toLowerCase();
    case 'upperLetter':
      return letters(value).toUpperCase();
    case 'lowerLetter':
      return letters(value);
    case 'numberInDash':
      return `- ${value} -`;
    case 'none':
      return '';
    default:
      return null;
  }
}

/** The number as written; in digits where the format is not known or has no sign for it. */
export function numberText(value: number, format: string): string {
  return (value >= 1 ? special(value, format) : format === 'none' ? '' : null) ?? String(value);
}

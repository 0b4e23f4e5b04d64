/** The dictionaries: message id → text with {placeholders}, zh-CN first and en complete. */
import { en } from './en';
import { zhCN } from './zh-CN';

export type Locale = 'zh-CN' | 'en';
export type MessageId = keyof typeof zhCN;

const DICTIONARIES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = { 'zh-CN': zhCN, en };

/** The text of a message, its {placeholders} filled in. An id without text is a programming error and throws. */
export function translate(locale: Locale, id: string, data: Readonly<Record<string, string>> = {}): string {
  const text = DICTIONARIES[locale][id];
  if (text === undefined) throw new Error(`No text for message "${id}" in ${locale}`);
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => data[name] ?? whole);
}

/** `zh-CN`, `zh-Hans-CN`, `en-GB` … → the dictionary to use; anything unknown reads Chinese. */
export function localeOf(tag: string | null | undefined): Locale {
  return tag !== null && tag !== undefined && /^en\b/i.test(tag) ? 'en' : 'zh-CN';
}

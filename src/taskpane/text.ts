/** Which question this file answers: in which language does the pane speak, and how do its parts get their words. */
import { createContext, useContext, useMemo } from 'react';
import { localeOf, translate, type Locale, type MessageId } from '../i18n';

const LocaleContext = createContext<Locale>('zh-CN');
export const LocaleProvider = LocaleContext.Provider;

/** Numbers are counts: 12,345. Amounts come as the texts that their tables state. */
export type Say = (id: MessageId, data?: Readonly<Record<string, string | number>>) => string;

export function useLocale(): Locale {
  return useContext(LocaleContext);
}

export function useText(): Say {
  const locale = useLocale();
  return useMemo(() => sayIn(locale), [locale]);
}

export function sayIn(locale: Locale): Say {
  return (id, data = {}) =>
    translate(
      locale,
      id,
      Object.fromEntries(Object.entries(data).map(([name, value]) => [name, typeof value === 'number' ? counted(value) : value])),
    );
}

const THOUSANDS = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** 12,345: Chinese and English write it alike. */
export function counted(count: number): string {
  return THOUSANDS.format(count);
}

/** Excel's display language, else the browser's, else Chinese. */
export function paneLocale(officeLanguage: string | null | undefined, browserLanguage: string | null | undefined): Locale {
  return localeOf(officeLanguage ?? browserLanguage);
}

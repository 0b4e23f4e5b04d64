/** Which question this file answers: in which language does the pane speak, and how do its parts get their words. */
import { createContext, useContext, useMemo } from 'react';
import { localeOf, translate, type Locale, type MessageId } from '../i18n';
import { counted } from '../present/counts';

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

/** Excel's display language, else the browser's, else Chinese. */
export function paneLocale(officeLanguage: string | null | undefined, browserLanguage: string | null | undefined): Locale {
  return localeOf(officeLanguage ?? browserLanguage);
}

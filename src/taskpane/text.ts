/** Which question this file answers: in which language does the pane speak, and how do its parts get their words. */
import { createContext, useContext, useMemo } from 'react';
import { localeOf, translate, type Locale, type MessageId } from '../i18n';

const LocaleContext = createContext<Locale>('zh-CN');
export const LocaleProvider = LocaleContext.Provider;

export type Say = (id: MessageId, data?: Readonly<Record<string, string>>) => string;

export function useLocale(): Locale {
  return useContext(LocaleContext);
}

export function useText(): Say {
  const locale = useLocale();
  return useMemo(() => (id: MessageId, data?: Readonly<Record<string, string>>) => translate(locale, id, data), [locale]);
}

/** Excel's display language, else the browser's, else Chinese. */
export function paneLocale(officeLanguage: string | null | undefined, browserLanguage: string | null | undefined): Locale {
  return localeOf(officeLanguage ?? browserLanguage);
}

/** Which question this file answers: what does the page's own address ask for: language, which Excel to play, which Office theme? */
import { localeOf, type Locale } from '../../i18n';
import { PROFILE_NAMES, type ProfileName } from '../host/profiles';
import { THEME_NAMES, type ThemeName } from '../host/themes';

export interface Wanted {
  readonly locale: Locale;
  readonly profile: ProfileName;
  readonly theme: ThemeName;
}

/** `?lang=en&profile=2021&theme=black`; what is missing or unknown is the browser's language, Microsoft 365, White. */
export function wantedBy(query: string, browserLanguage: string): Wanted {
  const asked = new URLSearchParams(query);
  return {
    locale: localeOf(asked.get('lang') ?? browserLanguage),
    profile: PROFILE_NAMES.find((name) => name === asked.get('profile')) ?? '365',
    theme: THEME_NAMES.find((name) => name === asked.get('theme')) ?? 'white',
  };
}

/** The same address in another language. */
export function inLanguage(query: string, locale: Locale): string {
  const asked = new URLSearchParams(query);
  asked.set('lang', locale);
  return `?${asked.toString()}`;
}

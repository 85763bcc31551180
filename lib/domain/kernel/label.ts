/** A word for people in both languages; Chinese is the official one. */
export interface Label {
  zh: string;
  en: string;
}

export type Locale = 'zh-CN' | 'en';

export function labelIn(label: Label, locale: Locale): string {
  return locale === 'en' ? label.en : label.zh;
}

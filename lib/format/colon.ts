/** Between a name and what is told of it: 首页：… ; Home: … */
export const colon = (locale: string): string => (locale === 'en' ? ': ' : '：');

/** Full-width digits, blanks, thousands separators and the unit itself are how people type a figure. */
export const writtenNumber = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s,]/g, '')
    .replace(/(m2|平方米|平米)$/i, '');

/** Making a format takes far longer than using it. */
const made = new Map<string, Intl.NumberFormat>();

function formatOf(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const format = made.get(key) ?? new Intl.NumberFormat(locale, options);
  made.set(key, format);
  return format;
}

export function numberText(value: number, digits = 0): string {
  return formatOf('zh-CN', { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
}

/** 12,000 → 1.2万 on an axis, where room is short; English keeps thousands. */
export function axisText(value: number, locale: string): string {
  return formatOf(locale, { notation: 'compact', maximumFractionDigits: 1 }).format(value);
}

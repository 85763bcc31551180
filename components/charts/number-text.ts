export function numberText(value: number, digits = 0): string {
  return value.toLocaleString('zh-CN', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** 12,000 → 1.2万 on an axis, where room is short; English keeps thousands. */
export function axisText(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 }).format(value);
}

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'];

/** '268435456' → '256 MB': for the eye only. */
export function formatBytes(text: string | null): string {
  if (text === null) return '—';
  let value = Number(text);
  let unit = 0;
  while (value >= 1024 && unit < UNITS.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${value >= 100 || unit === 0 ? Math.round(value) : Math.round(value * 10) / 10} ${UNITS[unit]}`;
}

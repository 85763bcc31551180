import type { Formats } from 'next-intl';

/** Named formats for `useFormatter()`: `format.dateTime(value, 'day')`. Office time is always Asia/Shanghai. */
export const formats = {
  dateTime: {
    day: { year: 'numeric', month: 'long', day: 'numeric' },
    month: { year: 'numeric', month: 'long' },
    time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    moment: {
      year: 'numeric',
      month: 'long',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    },
  },
  number: {
    whole: { maximumFractionDigits: 0 },
    twoPlaces: { minimumFractionDigits: 2, maximumFractionDigits: 2 },
  },
} as const satisfies Formats;

import format, { type CompiledMessage, type FormatOptions, type FormatValues } from 'icu-minify/format';
import { groupThousands } from '@/lib/format/number';

export type Values = FormatValues<unknown> | undefined;

export interface FillOptions {
  locale: string;
  formats?: FormatOptions['formats'];
  globalFormats?: FormatOptions['formats'];
  timeZone?: string;
}

/** A sentence that was read, with its values in it. */
export function fill(read: CompiledMessage, values: Values, options: FillOptions): unknown {
  const { locale, formats, globalFormats, timeZone } = options;
  const named = {
    dateTime: { ...globalFormats?.dateTime, ...formats?.dateTime },
    number: { ...globalFormats?.number, ...formats?.number },
  };
  return format(read, locale, values, { formatters, formats: named, timeZone });
}

/** Making an Intl object takes far longer than using it. */
function once<A extends unknown[], T>(make: (...args: A) => T): (...args: A) => T {
  const made = new Map<string, T>();
  return (...args) => {
    const key = JSON.stringify(args);
    const known = made.get(key) ?? make(...args);
    made.set(key, known);
    return known;
  };
}

const numberFormat = once((...args: Parameters<typeof Intl.NumberFormat>) => new Intl.NumberFormat(...args));

/** Whole numbers look alike in both languages; a browser's first Intl object holds a slowed page up for 56 ms (decision 0066). */
const wholeNumbers = (locale: Intl.LocalesArgument) =>
  ({
    format: (value: number | bigint) =>
      typeof value === 'bigint' || Number.isSafeInteger(value)
        ? groupThousands(value.toString())
        : numberFormat(locale).format(value),
    // a sentence asks for nothing else
  }) as Intl.NumberFormat;

const formatters: FormatOptions['formatters'] = {
  getDateTimeFormat: once((...args) => new Intl.DateTimeFormat(...args)),
  getNumberFormat: (locale, options) => (options ? numberFormat(locale, options) : wholeNumbers(locale)),
  getPluralRules: once((...args) => new Intl.PluralRules(...args)),
};

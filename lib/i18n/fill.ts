import format, { type CompiledMessage, type FormatOptions, type FormatValues } from 'icu-minify/format';

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

const formatters: FormatOptions['formatters'] = {
  getDateTimeFormat: once((...args) => new Intl.DateTimeFormat(...args)),
  getNumberFormat: once((...args) => new Intl.NumberFormat(...args)),
  getPluralRules: once((...args) => new Intl.PluralRules(...args)),
};

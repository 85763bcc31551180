/** What was typed; '' where nothing was. */
export const said = (form: FormData, name: string): string => String(form.get(name) ?? '').trim();

/** The same, or null: the field is cleared. */
export const saidOrNull = (form: FormData, name: string): string | null => said(form, name) || null;

/** Sums as people write them: with thousands separated, and with spaces. */
export const sumSaid = (form: FormData, name: string): string => said(form, name).replaceAll(/[,，\s]/g, '');

/** Fields that nobody filled in are not sent. */
export function filled(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
}

/** 'yes', 'no' or not said yet. */
export const factSaid = (form: FormData, name: string): boolean | null => {
  const text = said(form, name);
  return text === '' ? null : text === 'yes';
};

/** A value of a record or of a form as text; null is nothing. */
export const textOf = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));

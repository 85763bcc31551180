import { writtenNumber } from './written-number';

/** What a small form holds, as the API wants it: '' is null, numbers are numbers, areas stay text. */
export function read(form: FormData, kinds: Record<string, 'text' | 'number' | 'area'>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => {
      const text = String(form.get(name) ?? '').trim();
      if (text === '') return [name, null];
      const plain = writtenNumber(text);
      if (kind === 'number') return [name, /^-?\d+$/.test(plain) ? Number(plain) : text];
      return [name, kind === 'area' ? plain : text];
    }),
  );
}

/** Only what differs from the record, so that two people on two fields never collide. */
export function changes(typed: Record<string, unknown>, stored: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(typed).filter(([name, value]) => value !== (stored[name] ?? null)));
}

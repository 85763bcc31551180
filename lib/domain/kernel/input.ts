import { z } from 'zod';
import { parseHundredths } from './hundredths';
import { type Reason, reason } from './result';

const CODE = /^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)+$/;
type Issue = z.core.$ZodIssue;

/** What a zod schema found wrong, as reasons with the field's path; a message that is itself a reason code keeps it. */
export function reasonsOf(error: z.ZodError): Reason[] {
  return error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => reason('input.unknownField', { found: key }, { field: [...issue.path, key].join('.') }))
      : [oneReason(issue)],
  );
}

function oneReason(issue: Issue): Reason {
  const field = issue.path.join('.');
  if (CODE.test(issue.message)) return reason(issue.message, undefined, { field });
  switch (issue.code) {
    case 'invalid_type':
      if (issue.message.endsWith('received undefined')) return reason('input.required', undefined, { field });
      if (issue.expected === 'number') return reason('input.number', undefined, { field });
      return issue.expected === 'int'
        ? reason('input.wholeNumber', undefined, { field })
        : reason('input.type', { expected: issue.expected }, { field });
    case 'too_small':
      // An empty field is not "too short": it lacks what it asks for.
      if (issue.origin === 'string' && issue.minimum === 1) return reason('input.required', undefined, { field });
      return issue.origin === 'string' || issue.origin === 'array'
        ? reason('input.tooShort', { expected: String(issue.minimum) }, { field })
        : reason('input.tooSmall', { expected: String(issue.minimum) }, { field });
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array'
        ? reason('input.tooLong', { expected: String(issue.maximum) }, { field })
        : reason('input.tooBig', { expected: String(issue.maximum) }, { field });
    case 'invalid_value':
      return reason('input.choice', { expected: issue.values.map(String).join('、') }, { field });
    case 'invalid_format':
      return reason('input.format', { expected: issue.format }, { field });
    default:
      return reason('input.invalid', undefined, { field });
  }
}

// Controls but tab and line breaks, lone surrogates, and the marks that turn text around or hide in it.
const CONTROLS = /(?![\t\n\r])[\p{Cc}\p{Cs}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

export function hasControlCharacters(text: string): boolean {
  return CONTROLS.test(text);
}

/** Trimmed text of 1 to `max` characters without control characters. */
export function textField(max: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((text) => !hasControlCharacters(text), { error: 'input.controlCharacters' });
}

/** Square metres as decimal text ('88.33', below 10^9) into integers of 0.01 m². */
export const areaField = z
  .string()
  .trim()
  .regex(/^\d{1,9}(\.\d{1,2})?$/, { error: 'area.unreadable' })
  .transform((text) => parseHundredths(text) ?? 0n);

/** A count of things, 0 to 99 999. */
export const countField = z.int().min(0).max(99_999);

export const idField = z.uuid();

/** Why a rule said no. `code` is stable and has a sentence in lib/i18n/messages/…/reasons.ts; `clause` is an id of the rule book. */
export interface Reason {
  code: string;
  params?: Record<string, string | number>;
  clause?: string;
  field?: string;
}

/** An expected no is an answer, with ALL its reasons; an exception is a surprise. */
export type Ok<T> = { ok: true; value: T };
export type Refused = { ok: false; reasons: Reason[] };
export type Decision<T> = Ok<T> | Refused;

export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

export function refused(...reasons: Reason[]): Refused {
  return { ok: false, reasons };
}

/** Ok with the value when there is nothing against it, else refused with every reason given. */
export function decide<T>(value: T, reasons: Reason[]): Decision<T> {
  return reasons.length === 0 ? ok(value) : { ok: false, reasons };
}

/** Every reason in the domain is made here, so that a test can find all codes and demand their sentences. */
export function reason(
  code: string,
  params?: Record<string, string | number>,
  where?: { clause?: string; field?: string },
): Reason {
  return {
    code,
    ...(params ? { params } : {}),
    ...(where?.clause ? { clause: where.clause } : {}),
    ...(where?.field ? { field: where.field } : {}),
  };
}

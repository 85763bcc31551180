import 'server-only';
import { readable } from '@/lib/format/reason';
import type { Locale } from '@/lib/i18n/config';
import { sentences } from '@/lib/i18n/sentences';
import type { Denied } from '@/lib/server/answer';

/** RFC 9457 problem details: a stable code, a sentence in the reader's language, and for a refusal by rule every reason. */
export async function problemResponse(
  denied: Denied,
  locale: Locale,
  requestId: string | null,
  headers: HeadersInit = {},
): Promise<Response> {
  const sentence = await sentences(locale);
  const body = {
    type: `/problems/${denied.code}`,
    title: sentence(`errors.titles.${denied.status}`),
    status: denied.status,
    code: denied.code,
    detail: sentence(`errors.codes.${denied.code}`, denied.params),
    ...(denied.reasons
      ? {
          reasons: denied.reasons.map((reason) => ({
            ...reason,
            message: sentence(`reasons.${reason.code}`, readable(reason.params)),
          })),
        }
      : {}),
    ...(denied.conflict ? { conflict: denied.conflict } : {}),
    ...(requestId ? { requestId } : {}),
  };
  return new Response(JSON.stringify(body), {
    status: denied.status,
    headers: {
      ...headers,
      ...denied.headers,
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      ...(denied.status === 429 && denied.params?.seconds ? { 'retry-after': String(denied.params.seconds) } : {}),
      ...(denied.status === 503 ? { 'retry-after': '5' } : {}),
    },
  });
}

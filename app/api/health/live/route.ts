export const dynamic = 'force-dynamic';

/**
 * The process answers. Says nothing of the database: a restart would not mend it. Any page may ask: /certificate, opened
 * over plain http, tries from the device whether the https address is trusted.
 */
export function GET(): Response {
  return Response.json(
    { status: 'live' },
    { headers: { 'cache-control': 'no-store', 'access-control-allow-origin': '*' } },
  );
}

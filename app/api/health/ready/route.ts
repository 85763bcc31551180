import { readiness } from '@/lib/server/health/ready';

export const dynamic = 'force-dynamic';

/** May be sent requests: database, migrations, role, clock and file store are as they must be. */
export async function GET(): Promise<Response> {
  const answer = await readiness();
  return Response.json(answer, {
    status: answer.status === 'ready' ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  });
}

import { authority, mobileConfig } from '@/lib/server/https/authority';

export const dynamic = 'force-dynamic';

/** The same certificate as an iPhone or iPad takes it. Not as a download: Safari offers to install it. */
export async function GET(): Promise<Response> {
  const found = await authority();
  if (!found) return new Response(null, { status: 404 });
  return new Response(mobileConfig(found), {
    headers: { 'content-type': 'application/x-apple-aspen-config', 'cache-control': 'no-store' },
  });
}

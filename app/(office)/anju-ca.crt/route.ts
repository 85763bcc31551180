import { authority } from '@/lib/server/https/authority';

export const dynamic = 'force-dynamic';

/** The office's certificate authority, for whoever wants to trust it: it holds no secret. */
export async function GET(): Promise<Response> {
  const found = await authority();
  if (!found) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(found.der), {
    headers: {
      'content-type': 'application/x-x509-ca-cert',
      'content-disposition': 'attachment; filename="anju-ca.crt"',
      'cache-control': 'no-store',
    },
  });
}

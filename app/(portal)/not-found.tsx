import { headers } from 'next/headers';
import { MissingPage } from '@/components/frame/missing-page';

export default async function PortalNotFound() {
  const requestId = (await headers()).get('x-request-id') ?? undefined;
  return <MissingPage requestId={requestId} />;
}

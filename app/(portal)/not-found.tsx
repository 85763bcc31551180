import { headers } from 'next/headers';
import { ErrorPage } from '@/components/frame/error-page';

export default async function PortalNotFound() {
  const requestId = (await headers()).get('x-request-id') ?? undefined;
  return <ErrorPage status={404} requestId={requestId} />;
}

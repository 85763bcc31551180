import { headers } from 'next/headers';
import { ErrorPage } from '@/components/frame/error-page';

export default async function NotFound() {
  const requestId = (await headers()).get('x-request-id') ?? undefined;
  return (
    <main id="main">
      <ErrorPage status={404} requestId={requestId} />
    </main>
  );
}

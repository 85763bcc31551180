import { headers } from 'next/headers';
import { MissingPage } from '@/components/frame/missing-page';

export default async function NotFound() {
  const requestId = (await headers()).get('x-request-id') ?? undefined;
  return (
    <main id="main">
      <MissingPage requestId={requestId} />
    </main>
  );
}

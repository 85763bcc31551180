import { notFound } from 'next/navigation';
import { type ErrorStatus, errorKinds } from '@/components/frame/error-kinds';
import { ErrorPage } from '@/components/frame/error-page';

export default async function ErrorSample({ params }: { params: Promise<{ status: string }> }) {
  const status = Number((await params).status);
  if (!(status in errorKinds)) notFound();
  return (
    <main id="main">
      <ErrorPage status={status as ErrorStatus} requestId="8f2c-19aa-4410" retryAfter={90} />
    </main>
  );
}

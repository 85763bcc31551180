'use client';

import { ErrorPage } from './error-page';

/** Every page carries what is to be shown if it is not there: as a name, drawn only where it is needed. */
export function MissingPage({ requestId }: { requestId?: string }) {
  return <ErrorPage status={404} requestId={requestId} />;
}

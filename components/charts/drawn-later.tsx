import { type ReactNode, Suspense, useSyncExternalStore } from 'react';
import { DrawingPlaceholder } from './drawing-placeholder';

const never = () => () => {};

/**
 * A drawing that only the browser makes, fetched where it stands. Not by next/dynamic: its `ssr: false` throws on the
 * server for each chart, and the page pays for every error.
 */
export function DrawnLater({ children }: { children: ReactNode }) {
  const inBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  if (!inBrowser) return <DrawingPlaceholder />;
  return <Suspense fallback={<DrawingPlaceholder />}>{children}</Suspense>;
}

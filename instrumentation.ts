import type { Instrumentation } from 'next';

/** Runs once, before the first request is taken. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { refuseToStart } = await import('@/lib/server/health/refuse-to-start');
  await refuseToStart();
}

/** A page that could not be drawn: its line in the log. Routes of the API answer for their own faults. */
export const onRequestError: Instrumentation.onRequestError = async (thrown, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { log } = await import('@/lib/server/log');
  const digest = (thrown as { digest?: unknown } | null)?.digest;
  const route = context.routePath.replace(/\/\([^)]*\)/g, '').replace(/\/(?:page|route)$/, '') || '/';
  log.error('page.fault', { method: request.method, route, ...(typeof digest === 'string' ? { digest } : {}) }, thrown);
};

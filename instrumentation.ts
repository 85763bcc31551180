/** Runs once, before the first request is taken. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { refuseToStart } = await import('@/lib/server/health/refuse-to-start');
  await refuseToStart();
}

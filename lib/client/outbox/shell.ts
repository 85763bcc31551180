/** With the page's worker (public/sw.js). None of it is there on plain http from another machine, nor while developing: chunks have no names of their own then. */
const isPossible = (): boolean =>
  process.env.NODE_ENV === 'production' && 'serviceWorker' in navigator && window.isSecureContext;

/** Whether the page opens without a network: 'insecure' and 'old' never do here. */
export type ShellState = 'whole' | 'partial' | 'insecure' | 'old';

const ANSWER_MS = 60_000;

async function tellWorker(question: 'keep' | 'ready'): Promise<boolean> {
  const { active } = await navigator.serviceWorker.ready;
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data === true);
    setTimeout(resolve, ANSWER_MS, false);
    active?.postMessage(question, [port2]);
  });
}

/** Registers the worker, which keeps the page as it is installed and whenever it is opened; asked to keep it anew where something is missing. */
export async function keepShell(): Promise<ShellState> {
  if (!isPossible()) return 'serviceWorker' in navigator && window.isSecureContext ? 'old' : 'insecure';
  try {
    await navigator.serviceWorker.register('/sw.js', { scope: '/', updateViaCache: 'none' });
    const isWhole = (await tellWorker('ready')) || (navigator.onLine && (await tellWorker('keep')));
    return isWhole ? 'whole' : 'partial';
  } catch {
    return 'partial';
  }
}

interface SyncRegistration extends ServiceWorkerRegistration {
  sync?: { register: (tag: string) => Promise<void> };
}

/** Asks the browser to say when there is a network again, where it can. */
export async function askForSync(): Promise<void> {
  if (!isPossible()) return;
  try {
    const registration: SyncRegistration | undefined = await navigator.serviceWorker.getRegistration('/');
    await registration?.sync?.register('anju-field');
  } catch {
    // it is not allowed here: the page looks by itself
  }
}

/** Called when it is worth a try: the network is back, the page is looked at again, the browser says so. */
export function onChance(tell: () => void): () => void {
  const looked = () => document.visibilityState === 'visible' && tell();
  const spoken = ({ data }: MessageEvent) => data === 'sync' && tell();
  addEventListener('online', tell);
  document.addEventListener('visibilitychange', looked);
  if ('serviceWorker' in navigator) navigator.serviceWorker.addEventListener('message', spoken);
  return () => {
    removeEventListener('online', tell);
    document.removeEventListener('visibilitychange', looked);
    if ('serviceWorker' in navigator) navigator.serviceWorker.removeEventListener('message', spoken);
  };
}

/** Asks that the browser does not clear the store when the device runs full. */
export async function keepStore(): Promise<void> {
  try {
    await navigator.storage?.persist?.();
  } catch {
    // then it is as lasting as the browser makes it
  }
}

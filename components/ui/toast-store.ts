export type ToastTone = 'green' | 'red' | 'neutral';
export type Toast = { id: number; text: string; tone: ToastTone; action?: { label: string; href: string } };

let toasts: readonly Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();

function change(next: readonly Toast[]) {
  toasts = next;
  for (const tell of listeners) tell();
}

/** Good news and passing notes. A refusal belongs beside its field or button, not here. */
export function toast(text: string, tone: ToastTone = 'green', action?: Toast['action']): void {
  last += 1;
  change([...toasts.slice(-3), { id: last, text, tone, action }]);
}

export function dismissToast(id: number): void {
  change(toasts.filter((one) => one.id !== id));
}

export function subscribeToasts(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

export function readToasts(): readonly Toast[] {
  return toasts;
}

const none: readonly Toast[] = [];
export function noToasts(): readonly Toast[] {
  return none;
}

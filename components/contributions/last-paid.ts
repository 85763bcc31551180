const RECEIPT = 'anju.lastReceipt';
const CHANNEL = 'anju.lastChannel';
const kept = (key: string): string => (typeof window === 'undefined' ? '' : (window.sessionStorage.getItem(key) ?? ''));

/** The receipt written last in this window, and how was paid: the next payment goes on from there. */
export const lastReceipt = (): string => kept(RECEIPT);
export const lastChannel = (): string => kept(CHANNEL) || 'cash';

export function keepLast({ receiptNo, channel }: { receiptNo: string; channel: string }) {
  window.sessionStorage.setItem(RECEIPT, receiptNo);
  window.sessionStorage.setItem(CHANNEL, channel);
}

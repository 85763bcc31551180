import { type Reason, reason } from '../kernel/result';
import type { OrderState } from './types';

interface OrderFacts {
  status: OrderState;
  createdBy: string;
}

/** Whoever asked for a payment does not decide on it: another person of the county does. */
export function decisionReasons({ status, createdBy }: OrderFacts, accountId: string): Reason[] {
  if (status !== 'submitted') return [reason(`payment.decided.${status}`)];
  return createdBy === accountId ? [reason('payment.own')] : [];
}

/** Taken back by who asked, while nobody has decided. */
export function withdrawalReasons({ status, createdBy }: OrderFacts, accountId: string): Reason[] {
  if (status !== 'submitted') return [reason(`payment.decided.${status}`)];
  return createdBy === accountId ? [] : [reason('payment.notOwn')];
}

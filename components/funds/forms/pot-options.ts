import type { Locale } from '@/lib/i18n/config';
import { type FundWords, potName } from '../words';
import type { SumOption } from './sum-choice';

/** Money that is there to be received, assigned or paid, with how much. */
export interface Available {
  source: string;
  kind: string;
  earmark: string;
  amount: string;
}

export const potKey = ({ source, kind, earmark }: Omit<Available, 'amount'>) => [source, kind, earmark].join('/');

export const potOptions = (words: FundWords, available: readonly Available[], locale: Locale): SumOption[] =>
  available.map((one) => ({ value: potKey(one), label: potName(words, one, locale), sum: one.amount }));

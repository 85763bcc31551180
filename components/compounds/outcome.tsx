import { useLocale } from 'next-intl';
import { lightHtml, StatusLight } from '@/components/ui/status-light';
import { OUTCOME_LABELS } from '@/lib/domain/compounds/labels';
import type { Outcome } from '@/lib/domain/compounds/types';
import { type Locale, labelIn } from '@/lib/domain/kernel/label';
import type { Html } from '@/lib/format/html';

const LIGHTS = { eligible: 'green', ineligible: 'red', incomplete: 'amber' } as const;

const lightOf = (outcome: string) => LIGHTS[outcome as Outcome] ?? 'neutral';
const wordOf = (outcome: string, locale: Locale) => labelIn(OUTCOME_LABELS[outcome as Outcome], locale);

/** The verdict in one word, with its light. */
export function OutcomeLight({ outcome }: { outcome: string }) {
  return <StatusLight light={lightOf(outcome)}>{wordOf(outcome, useLocale())}</StatusLight>;
}

/** The same within a list. */
export const outcomeHtml = (outcome: string, locale: Locale): Html =>
  lightHtml(lightOf(outcome), wordOf(outcome, locale));

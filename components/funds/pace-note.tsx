import { useTranslations } from 'next-intl';
import { StatusLight } from '@/components/ui/status-light';
import type { Pace } from '@/lib/domain/funds/pace';
import { formatHundredths } from '@/lib/domain/kernel/hundredths';

const LIGHTS = { onPace: 'green', behind: 'amber', farBehind: 'red' } as const;
const said = (hundredths: number) => formatHundredths(BigInt(hundredths));

/** 支出进度 beside the calendar's; null: nothing was received, and nothing is said. */
export function PaceNote({ pace }: { pace: Pick<Pace, 'state' | 'spent' | 'due' | 'behind'> | null }) {
  const t = useTranslations('allocation.pace');
  if (!pace) return <span className="text-sm text-ink-3">{t('noneReceived')}</span>;
  const { state, spent, due, behind } = pace;
  const numbers = t('note', { spent: `${said(spent)}%`, due: `${said(due)}%` });
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 text-sm">
      <StatusLight light={LIGHTS[state]}>{t(`state.${state}`)}</StatusLight>
      <span className="text-ink-3 tabular-nums">
        {numbers}
        {behind > 0 && ` · ${t('behind', { points: said(behind) })}`}
      </span>
    </span>
  );
}

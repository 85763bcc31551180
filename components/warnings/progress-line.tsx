import { useTranslations } from 'next-intl';
import { percentText } from '@/lib/domain/progress/percent';

type Props = {
  /** whose progress, for readers */
  label: string;
  /** basis points; null: nothing was reported */
  percent: number | null;
  /** where the calendar would have it by now */
  expected: number;
};

/** How much is done, with the target as a line. Drawn with SVG attributes: a style would be refused by the page's CSP. */
export function ProgressLine({ label, percent, expected }: Props) {
  const t = useTranslations('warnings');
  const done = percent ?? 0;
  // what the calendar asks for is no measured figure: whole percent say it
  const byNow = String(Math.floor(expected / 100));
  const text = t('percentText', { percent: percentText(done), expected: byNow });
  return (
    <span className="block min-w-32">
      <span className="flex items-baseline justify-between gap-2 text-sm">
        <span className="font-medium whitespace-nowrap tabular-nums">
          {percent === null ? <span className="font-normal text-ink-3">{t('noReport')}</span> : `${percentText(done)}%`}
        </span>
        <span className="text-xs whitespace-nowrap text-ink-3 tabular-nums">{t('expected', { expected: byNow })}</span>
      </span>
      <svg
        role="img"
        aria-label={`${label}: ${text}`}
        className="mt-1 block h-3 w-full"
        viewBox="0 0 10000 12"
        preserveAspectRatio="none"
      >
        <rect y="3" width="10000" height="6" className="fill-line" />
        <rect y="3" width={done} height="6" className="fill-accent" />
        <rect x={Math.max(0, expected - 60)} width="120" height="12" className="fill-ink" />
      </svg>
    </span>
  );
}

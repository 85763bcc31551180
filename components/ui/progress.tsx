import { useTranslations } from 'next-intl';
import { cn } from './cn';
import type { Tone } from './tone';

const fills: Record<Tone, string> = {
  neutral: 'fill-ink-3',
  accent: 'fill-accent',
  red: 'fill-red',
  amber: 'fill-amber',
  green: 'fill-green',
};

type Props = {
  /** What is under way, for readers. */
  label: string;
  done: number;
  total: number;
  tone?: Tone;
  /** The words at the right, such as 128 / 504 行. */
  text?: string;
  hideText?: boolean;
};

/** Drawn with SVG attributes: a width in a style attribute would be refused by the page's CSP. */
export function Progress({ label, done, total, tone = 'accent', text, hideText }: Props) {
  const t = useTranslations('ui');
  // Rounded down, so that 99.6 % never reads as finished.
  const percent = total > 0 ? Math.min(100, Math.max(0, Math.floor((done / total) * 100))) : 0;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-2">
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={text ?? t('progress', { percent })}
        className="h-2 grow basis-16 overflow-hidden rounded-full bg-line"
      >
        <svg className="block size-full" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
          <rect width={percent} height="1" className={cn('transition-[width] duration-300', fills[tone])} />
        </svg>
      </div>
      {!hideText && <span>{text ?? `${percent}%`}</span>}
    </div>
  );
}

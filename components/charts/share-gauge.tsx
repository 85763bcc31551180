import { cn } from '@/components/ui/cn';

export type GaugeMark = {
  /** 0 to 100 */
  at: number;
  label: string;
  /** In its place on a phone, where there is no room between the marks. */
  short?: string;
  /** The one that counts now. */
  strong?: boolean;
};

type Props = {
  /** All of it in words: the drawing says nothing to readers by itself. */
  label: string;
  /** 0 to 100; only for the length of the bar. null: nothing to measure by. */
  percent: number | null;
  marks: readonly GaugeMark[];
  /** The bar of the finding; others beside it are slimmer and quieter. */
  main?: boolean;
};

/** Marks near an edge are written inwards, so that nothing sticks out of a phone. */
const side = (at: number) => (at > 92 ? '-translate-x-full text-right' : at < 8 ? '' : '-translate-x-1/2 text-center');

/** How far towards several lines on one way, such as 30, 70 and 100 %. Server-safe. */
export function ShareGauge({ label, percent, marks, main }: Props) {
  return (
    <div role="img" aria-label={label} className={cn('relative', main ? 'pb-7' : 'pb-1')}>
      <div className={cn('overflow-hidden rounded-full bg-sunken ring-1 ring-line ring-inset', main ? 'h-6' : 'h-2.5')}>
        <div
          className={cn('h-full rounded-full', main ? 'bg-accent' : 'bg-control')}
          style={{ width: `${Math.min(100, percent ?? 0)}%` }}
        />
      </div>
      {marks.map(({ at, label: text, short, strong }) => (
        <div key={at} aria-hidden="true" className="absolute top-0" style={{ left: `${at}%` }}>
          <span
            className={cn(
              'absolute -translate-x-1/2',
              strong ? 'w-0.5 bg-ink' : 'w-px bg-control',
              main ? '-top-1 h-8' : '-top-0.5 h-3.5',
              at >= 100 && '-translate-x-full',
            )}
          />
          {main && (
            <span
              className={cn(
                'absolute top-8 block text-xs whitespace-nowrap',
                side(at),
                strong ? 'font-semibold text-ink' : 'text-ink-3',
              )}
            >
              <span className={short && 'max-sm:hidden'}>{text}</span>
              {short && <span className="sm:hidden">{short}</span>}
            </span>
          )}
        </div>
      ))}
    </div>
  );
}

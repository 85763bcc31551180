import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { cn } from './cn';
import type { Tone } from './tone';

export type TimelineEvent = {
  key: string;
  /** For the machine: an ISO moment; `when` is what people read. */
  dateTime?: string;
  when: string;
  who?: string;
  title: ReactNode;
  children?: ReactNode;
  tone?: Tone;
};

const dots: Record<Tone, string> = {
  neutral: 'bg-control',
  accent: 'bg-accent',
  red: 'bg-red',
  amber: 'bg-amber',
  green: 'bg-green',
};

type Props = {
  events: readonly TimelineEvent[];
  empty?: string;
  /** Of a long history: how many events stand there before it is opened. */
  first?: number;
};

export function Timeline({ events, empty, first = events.length }: Props) {
  const t = useTranslations('ui.history');
  if (events.length === 0) return <p className="py-2 text-sm text-ink-3">{empty ?? t('empty')}</p>;
  // one or two more are not worth a touch
  const shown = events.length > first + 2 ? first : events.length;
  const rest = events.slice(shown);
  return (
    <>
      <Events events={events.slice(0, shown)} />
      {rest.length > 0 && (
        <details className="mt-3 text-sm">
          <summary className="cursor-pointer rounded-sm py-1 font-medium text-accent-ink">
            {t('earlier', { count: rest.length })}
          </summary>
          <div className="mt-3">
            <Events events={rest} />
          </div>
        </details>
      )}
    </>
  );
}

function Events({ events }: { events: readonly TimelineEvent[] }) {
  return (
    <ol className="text-sm">
      {events.map(({ key, dateTime, when, who, title, children, tone = 'neutral' }) => (
        <li
          key={key}
          className="relative pb-5 pl-5 last:pb-0 before:absolute before:top-2 before:bottom-[-0.5rem] before:left-[0.28rem] before:w-px before:bg-line last:before:hidden"
        >
          <span
            aria-hidden="true"
            className={cn('absolute top-1.5 left-0 size-2.5 rounded-full ring-3 ring-surface', dots[tone])}
          />
          <p className="font-medium">{title}</p>
          <p className="text-ink-3">
            <time dateTime={dateTime}>{when}</time>
            {who && (
              <>
                {' · '}
                <span className="inline-block">{who}</span>
              </>
            )}
          </p>
          {children && <div className="mt-1.5">{children}</div>}
        </li>
      ))}
    </ol>
  );
}

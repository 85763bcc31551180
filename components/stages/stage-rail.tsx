import { Check, CircleDashed } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import type { StageAnswer } from '@/lib/domain/stages/answers';

type Props = { stages: readonly Pick<StageAnswer, 'stage' | 'name' | 'nameEn' | 'status'>[]; href?: string };

const MARK = {
  completed: 'border-accent bg-accent text-on-accent',
  current: 'border-accent bg-surface text-accent-ink ring-3 ring-accent-soft',
  waiting: 'border-line-strong bg-surface text-ink-3',
} as const;

/** The ten stages, where the project stands; each opens its own part of the page. */
export function StageRail({ stages, href = '' }: Props) {
  const t = useTranslations('stages');
  const locale = useLocale();
  return (
    <nav aria-label={t('rail')} className="overflow-x-auto">
      <ol className="grid min-w-max grid-flow-col lg:min-w-0 lg:auto-cols-fr">
        {stages.map(({ stage, name, nameEn, status }, at) => (
          <li
            key={stage}
            aria-current={status === 'current' ? 'step' : undefined}
            className="relative flex w-24 flex-col items-center px-1 text-center lg:w-auto"
          >
            {at > 0 && (
              <span
                aria-hidden="true"
                className={cn(
                  'absolute top-3.5 right-1/2 h-px w-full',
                  status === 'waiting' ? 'bg-line-strong' : 'bg-accent',
                )}
              />
            )}
            <a href={`${href}#stage-${stage}`} className="relative flex flex-col items-center gap-1.5 rounded-sm">
              <span
                className={cn(
                  'flex size-7 items-center justify-center rounded-full border text-xs font-semibold tabular-nums',
                  MARK[status],
                )}
              >
                {status === 'completed' ? <Check aria-hidden="true" className="size-4" /> : stage}
              </span>
              <span
                className={cn(
                  'text-xs',
                  status === 'current' ? 'font-semibold text-ink' : 'text-ink-2',
                  'text-balance',
                )}
              >
                {locale === 'en' ? nameEn : name}
              </span>
              <span className="sr-only">{t(`state.${status}`)}</span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** A stage in a word, for lists and heads. */
export function StageState({ status }: { status: StageAnswer['status'] }) {
  const t = useTranslations('stages.state');
  return (
    <span
      className={cn(
        'inline-flex items-center gap-1 text-sm',
        status === 'completed' ? 'text-green-ink' : status === 'current' ? 'text-accent-ink' : 'text-ink-3',
      )}
    >
      {status === 'completed' ? (
        <Check aria-hidden="true" className="size-4" />
      ) : (
        <CircleDashed aria-hidden="true" className="size-4" />
      )}
      {t(status)}
    </span>
  );
}

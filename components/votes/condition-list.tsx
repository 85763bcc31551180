import { CircleCheck, CircleDashed } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { textLinkStyle } from '@/components/ui/text-link';
import type { Reason } from '@/lib/domain/kernel/result';
import type { Condition } from '@/lib/domain/votes/answers';

export type SaidCondition = Omit<Condition, 'reason'> & { reason?: Reason; sentence?: string };

/** What a step needs, each met or with its reason and where it is put right. */
export function ConditionList({ conditions }: { conditions: readonly SaidCondition[] }) {
  const t = useTranslations('votes');
  return (
    <ul className="space-y-2.5">
      {conditions.map((one) => (
        <li key={one.code} className="flex items-start gap-2.5 text-sm">
          {one.met ? (
            <CircleCheck aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-green" />
          ) : (
            <CircleDashed aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-amber" />
          )}
          <div className="min-w-0">
            <p className={one.met ? 'text-ink-2' : 'font-medium'}>
              {t(`conditions.${one.code}` as 'conditions.active')}
              <span className="sr-only">{t(one.met ? 'next.met' : 'next.unmet')}</span>
            </p>
            {!one.met && (
              <p className="text-ink-3">
                {one.sentence}{' '}
                {one.href && (
                  <Link href={one.href} prefetch={false} className={textLinkStyle}>
                    {t('next.mend')}
                  </Link>
                )}
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

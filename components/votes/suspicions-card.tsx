import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import type { Suspicion } from '@/lib/domain/votes/answers';

/** Signs that somebody should look at the ballots; none of them judges. */
export function SuspicionsCard({ signs }: { signs: readonly Suspicion[] }) {
  const t = useTranslations('votes.suspicions');
  return (
    <Card title={t('title')} description={t('description')}>
      {signs.length === 0 ? (
        <p className="text-sm text-ink-3">{t('none')}</p>
      ) : (
        <ul className="space-y-2 text-sm">
          {signs.map(({ code, count, params }) => (
            <li key={code} className="flex items-start gap-2">
              <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-amber" />
              {t(code, { count, name: String(params.name ?? ''), seconds: Number(params.seconds ?? 0) })}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

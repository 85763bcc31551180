import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { cn } from '@/components/ui/cn';
import { FoldCard } from '@/components/ui/fold-card';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import { anchorOf } from './clause-link';

/** Every sentence that a rule comes from. `marked` is what a 为什么? link asked for: the id of one sentence, or a clause; an `extract` shows those alone. */
export function ClausesSection({ book, marked, extract }: { book: Rulebook; marked?: string; extract?: boolean }) {
  const t = useTranslations('rulebook');
  const list = (
    <ul className="divide-y divide-line text-sm">
      {book.clauses.map(({ id, clause, text, origin }) => {
        const isMarked = marked === id || marked === clause;
        if (extract && !isMarked) return null;
        return (
          <li
            key={id}
            id={extract ? undefined : anchorOf(id)}
            aria-current={isMarked || undefined}
            className={cn(
              'grid scroll-mt-20 gap-x-4 gap-y-0.5 px-2 py-2 target:bg-accent-soft sm:grid-cols-[11rem_minmax(0,1fr)]',
              isMarked && 'rounded-md bg-accent-soft ring-1 ring-accent-line',
            )}
          >
            <span className="flex flex-wrap items-baseline gap-2">
              <span className="font-medium text-accent-ink">{clause}</span>
              {origin !== 'policy' && <Badge>{t(`origin.${origin}`)}</Badge>}
            </span>
            <span className="text-ink-2">{text}</span>
          </li>
        );
      })}
    </ul>
  );
  const words = { title: t('clauses'), description: t('clausesText') };
  if (extract) return <Card {...words}>{list}</Card>;
  return (
    <FoldCard {...words} id="clauses">
      {list}
    </FoldCard>
  );
}

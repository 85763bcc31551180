import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { FoldCard } from '@/components/ui/fold-card';
import type { MenuItem, Rulebook } from '@/lib/domain/rulebook/schema';
import { Entries, useNameOf } from './entries';

const GROUPS = [
  ['building', 'required'],
  ['building', 'improvement'],
  ['compound', 'required'],
  ['compound', 'improvement'],
] as const;
const CLASS_KEYS = { 基础类: 'basic', 完善类: 'better', 提升类: 'best' } as const;

/** The items: by scope and necessity as the policy lists them, each with the national class beside it. */
export function MenuSection({ book }: { book: Rulebook }) {
  const t = useTranslations('rulebook');
  const nameOf = useNameOf();
  const entryOf = (item: MenuItem) => ({
    key: item.code,
    name: (
      <>
        <span className="mr-2 text-xs text-ink-3">{item.code}</span>
        {nameOf(item)} <Badge>{t(`classes.${CLASS_KEYS[item.class]}`)}</Badge>
      </>
    ),
    clause: item.clause,
  });
  return (
    <FoldCard title={t('sections.menu', { count: String(book.menu.length) })} id="menu">
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-2">
        {GROUPS.map(([scope, necessity]) => {
          const items = book.menu.filter((item) => item.scope === scope && item.necessity === necessity);
          return (
            <div key={`${scope}${necessity}`}>
              <h3 className="mb-1 text-sm font-medium text-ink-2">
                {t('menuGroup', {
                  scope: t(`scope.${scope}`),
                  necessity: t(`necessity.${necessity}`),
                  count: String(items.length),
                })}
              </h3>
              <Entries clauses={book.clauses} entries={items.map(entryOf)} />
            </div>
          );
        })}
        <div>
          <h3 className="mb-1 text-sm font-medium text-ink-2">{t('promises')}</h3>
          <Entries
            clauses={book.clauses}
            entries={book.promises.map((promise) => ({
              key: promise.code,
              name: nameOf(promise),
              note: promise.items.join('、'),
              clause: promise.clause,
            }))}
          />
        </div>
        <div>
          <h3 className="mb-1 text-sm font-medium text-ink-2">{t('sixHaves')}</h3>
          <Entries
            clauses={book.clauses}
            entries={book.sixHaves.map((have) => ({ key: have.code, name: nameOf(have), clause: have.clause }))}
          />
        </div>
      </div>
    </FoldCard>
  );
}

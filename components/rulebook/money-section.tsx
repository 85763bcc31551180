import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { FoldCard } from '@/components/ui/fold-card';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import { Entries, useNameOf } from './entries';

export function FundingSection({ book }: { book: Rulebook }) {
  const t = useTranslations('rulebook');
  const nameOf = useNameOf();
  const separator = useTranslations('common')('listSeparator');
  return (
    <FoldCard title={t('sections.funding')} id="funding">
      <Entries
        clauses={book.clauses}
        entries={book.funding.sources.map((source) => ({
          key: source.code,
          name: t('source', { number: String(source.number), name: nameOf(source) }),
          note: source.kinds.map(nameOf).join(separator) || undefined,
          clause: source.clause,
        }))}
      />
    </FoldCard>
  );
}

export function SharingSection({ book }: { book: Rulebook }) {
  const t = useTranslations('rulebook');
  const locale = useLocale();
  const nameOf = useNameOf();
  const separator = useTranslations('common')('listSeparator');
  const payer = (code: string) => {
    const source = book.funding.sources.find((one) => one.code === code);
    return source ? nameOf(source) : code;
  };
  return (
    <FoldCard title={t('sections.sharing')} id="sharing">
      <Entries
        clauses={book.clauses}
        entries={book.funding.sharing.map((share) => ({
          key: share.code,
          name: locale === 'en' ? `${share.workEn}（${share.work}）` : share.work,
          note: (
            <>
              {t('pays')}：{share.pays.map(payer).join(separator)}{' '}
              {share.countsAsFiscal && <Badge>{t('fiscal')}</Badge>}
            </>
          ),
          clause: share.clause,
        }))}
      />
    </FoldCard>
  );
}

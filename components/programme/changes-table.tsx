import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { TextLink } from '@/components/ui/text-link';
import { COMPOUND_STATUS_LABELS, OUTCOME_LABELS } from '@/lib/domain/compounds/labels';
import { labelIn } from '@/lib/domain/kernel/label';
import type { ChangeAnswer } from '@/lib/domain/programme/answers';
import { formatAreaNumber } from '@/lib/format/area';
import { formatCount } from '@/lib/format/number';
import type { Locale } from '@/lib/i18n/config';

type Props = {
  items: readonly ChangeAnswer[];
  total: number;
  locale: Locale;
  nextHref?: string;
  firstHref?: string;
};

const LABELS = { ...COMPOUND_STATUS_LABELS, ...OUTCOME_LABELS };

function stateText(state: string, locale: Locale): string {
  const label = (LABELS as Record<string, { zh: string; en: string }>)[state];
  return label ? labelIn(label, locale) : state;
}

/** The compounds behind a difference: what an amendment would have to say. */
export function ChangesTable({ items, total, locale, nextHref, firstHref }: Props) {
  const t = useTranslations('programme.changes');
  const side = (figures: ChangeAnswer['before']) =>
    figures
      ? t('sideFigure', { households: formatCount(figures.households), area: formatAreaNumber(figures.floorArea) })
      : '';
  const cell = (state: string | null, figures: ChangeAnswer['before']) => (
    <>
      <span className="block">{state === null ? t('absent') : stateText(state, locale)}</span>
      <span className="block text-xs text-ink-3">{side(figures)}</span>
    </>
  );
  return (
    <div className="space-y-3">
      {total > 0 && <p className="text-sm text-ink-3">{t('count', { count: formatCount(total) })}</p>}
      <DataTable
        caption={t('title')}
        rows={items}
        rowKey={({ compoundId }) => compoundId}
        empty={<EmptyState title={t('none')} description={t('noneText')} />}
        columns={[
          {
            key: 'name',
            header: t('name'),
            primary: true,
            cell: ({ name, compoundId }) => <TextLink href={`/compounds/${compoundId}`}>{name}</TextLink>,
          },
          { key: 'kind', header: t('kind'), cell: ({ kind }) => <Badge>{t(`kinds.${kind}`)}</Badge> },
          { key: 'was', header: t('was'), cell: ({ was, before }) => cell(was, before) },
          { key: 'now', header: t('now'), cell: ({ now, after }) => cell(now, after) },
        ]}
      />
      {(nextHref || firstHref) && (
        <div className="flex justify-end gap-2">
          {firstHref && (
            <LinkButton href={firstHref} size="sm">
              {t('first')}
            </LinkButton>
          )}
          {nextHref && (
            <LinkButton href={nextHref} size="sm">
              {t('more')}
            </LinkButton>
          )}
        </div>
      )}
    </div>
  );
}

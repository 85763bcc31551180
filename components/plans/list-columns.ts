import type { useTranslations } from 'next-intl';
import type { MarkupColumn } from '@/components/ui/markup-table';
import { lightHtml } from '@/components/ui/status-light';
import { type Locale, labelIn } from '@/lib/domain/kernel/label';
import type { PlanLine } from '@/lib/domain/plans/answers';
import { PLAN_STATUS_LABELS } from '@/lib/domain/plans/labels';
import { formatDateTime } from '@/lib/format/date';
import { type Html, html } from '@/lib/format/html';
import { formatCount, NONE } from '@/lib/format/number';
import { unitNames } from '@/lib/format/unit-name';
import { yuan } from './words';

interface Setting {
  t: ReturnType<typeof useTranslations<'plans'>>;
  locale: Locale;
  counties: boolean;
  mayWrite: boolean;
}

const quiet = (text: string): Html => html`<span class="whitespace-nowrap text-ink-3">${text}</span>`;
const nowrap = (text: string): Html => html`<span class="whitespace-nowrap">${text}</span>`;

function stateCell({ plan, compound }: PlanLine, { t, locale, mayWrite }: Setting): Html {
  if (plan) {
    const word = t('versionState', { no: plan.no, status: labelIn(PLAN_STATUS_LABELS[plan.status], locale) });
    return lightHtml(plan.status === 'final' ? 'green' : 'amber', word);
  }
  if (mayWrite)
    return html`<a href="/plans/new?compound=${compound.id}" data-soft="" class="text-link font-medium whitespace-nowrap">${t('makeNew')}</a>`;
  return quiet(t('noPlan'));
}

/** Compounds with the state of their plan. */
export function planColumns(setting: Setting): MarkupColumn<PlanLine>[] {
  const { t, locale, counties } = setting;
  const right = { align: 'right' as const };
  return [
    {
      key: 'compound',
      header: t('columns.compound'),
      primary: true,
      cell: ({ compound, plan }) =>
        html`<a href="${plan ? `/plans/${plan.id}` : `/compounds/${compound.id}`}" data-soft="" class="text-link font-medium">${compound.name}</a><span class="block text-xs font-normal text-ink-3">${compound.code}</span>`,
    },
    {
      key: 'place',
      header: t('columns.place'),
      hideOnPhone: true,
      cell: ({ county, countyEn, place, placeEn }) =>
        unitNames(
          [
            counties ? { name: county, nameEn: countyEn } : null,
            place === null ? null : { name: place, nameEn: placeEn },
          ],
          locale,
        ).join(' / ') || NONE,
    },
    {
      key: 'size',
      header: t('columns.size'),
      ...right,
      cell: ({ buildings, households }) =>
        nowrap(t('size', { buildings: formatCount(buildings), households: formatCount(households) })),
    },
    {
      key: 'vote',
      header: t('columns.vote'),
      cell: ({ roundOnePassed }) => (roundOnePassed ? lightHtml('green', t('votePassed')) : quiet(t('voteNotPassed'))),
    },
    { key: 'state', header: t('columns.state'), cell: (line) => stateCell(line, setting) },
    {
      key: 'items',
      header: t('columns.items'),
      ...right,
      hideOnPhone: true,
      cell: ({ plan }) => (plan ? formatCount(plan.todoItems) : quiet(NONE)),
    },
    {
      key: 'cost',
      header: t('columns.cost'),
      ...right,
      cell: ({ plan }) => (plan ? nowrap(yuan(plan.cost, locale)) : quiet(NONE)),
    },
    {
      key: 'share',
      header: t('columns.share'),
      ...right,
      hideOnPhone: true,
      cell: ({ plan }) => (plan ? nowrap(yuan(plan.residentShare, locale)) : quiet(NONE)),
    },
    {
      key: 'updated',
      header: t('columns.updated'),
      hideOnPhone: true,
      cell: ({ plan }) => {
        if (!plan) return quiet(NONE);
        const [day = '', time = ''] = formatDateTime(new Date(plan.updatedAt), locale).split(' ');
        return html`${quiet(day)} ${quiet(time)}`;
      },
    },
  ];
}

import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { type Difference, DiffList } from '@/components/ui/diff-list';
import { EmptyState } from '@/components/ui/empty-state';
import { Stat, StatGrid } from '@/components/ui/stat';
import { groupBy } from '@/lib/domain/kernel/group-by';
import { labelIn } from '@/lib/domain/kernel/label';
import type { CellView, DifferenceView, PlanDifferences } from '@/lib/domain/plans/answers';
import { answerLabel, METHOD_LABELS } from '@/lib/domain/plans/labels';
import { nameIn, quantityWords, yuan } from './words';

interface Named {
  code: string;
  name: string;
  nameEn: string;
}
type Props = {
  found: PlanDifferences;
  menu: readonly (Named & { necessity: 'required' | 'improvement' })[];
  sources: readonly Named[];
};

const TONES = { added: 'green', dropped: 'red', changed: 'accent' } as const;
const FIELDS = [
  'answer',
  'quantity',
  'unitCost',
  'payer',
  'method',
  'residentPercent',
  'reason',
  'photoFileId',
] as const;
type Field = (typeof FIELDS)[number];

/** What one version says otherwise than another, building by building. */
export function DifferencesView({ found, menu, sources }: Props) {
  const t = useTranslations('plans.differences');
  const words = useTranslations('plans');
  const locale = useLocale();
  if (found.items.length === 0)
    return <EmptyState title={t('none', { before: found.before.no, after: found.after.no })} />;
  const items = new Map(menu.map((item) => [item.code, item]));
  const said = (field: Field, cell: CellView | null): string | null => {
    if (!cell) return null;
    switch (field) {
      case 'answer':
        return labelIn(answerLabel(cell.answer, items.get(cell.item)?.necessity ?? 'required'), locale);
      case 'quantity':
        return quantityWords(cell.quantity, cell.unit);
      case 'unitCost':
        return cell.unitCost && yuan(cell.unitCost, locale);
      case 'payer': {
        const source = sources.find(({ code }) => code === cell.payer);
        return source ? nameIn(source, locale) : null;
      }
      case 'method':
        return cell.method && labelIn(METHOD_LABELS[cell.method], locale);
      case 'residentPercent':
        return `${cell.residentPercent}%`;
      case 'photoFileId':
        return cell.photoFileId && t('photo');
      default:
        return cell.reason;
    }
  };
  const listOf = ({ fields, before, after }: DifferenceView): Difference[] => [
    ...FIELDS.filter((field) => fields.includes(field) || (field === 'quantity' && fields.includes('unit'))).map(
      (field) => ({ field: t(`field.${field}`), before: said(field, before), after: said(field, after) }),
    ),
    ...(before?.cost === after?.cost
      ? []
      : [
          {
            field: t('field.cost'),
            before: yuan(before?.cost ?? '0.00', locale),
            after: yuan(after?.cost ?? '0.00', locale),
          },
        ]),
  ];
  const signed = (money: string) => (money.startsWith('-') ? yuan(money, locale) : `+${yuan(money, locale)}`);
  const count = (kind: DifferenceView['kind']) => found.items.filter((one) => one.kind === kind).length;
  return (
    <>
      <StatGrid>
        <Stat label={t('kind.added')} value={String(count('added'))} />
        <Stat label={t('kind.dropped')} value={String(count('dropped'))} />
        <Stat label={t('kind.changed')} value={String(count('changed'))} />
        <Stat
          label={t('costChange')}
          value={signed(found.cost)}
          note={t('shareChange', { share: signed(found.share) })}
        />
      </StatGrid>
      <div className="mt-4 space-y-4">
        {[...groupBy(found.items, ({ buildingId }) => buildingId)].map(([buildingId, changes]) => (
          <Card
            key={buildingId ?? 'compound'}
            title={buildingId === null ? words('compound') : changes[0]?.where}
            description={t('count', { count: changes.length })}
          >
            <ul className="space-y-3">
              {changes.map((change) => {
                const item = items.get(change.item);
                return (
                  <li key={change.item}>
                    <p className="mb-1 flex items-center gap-2 text-sm font-medium">
                      {item ? nameIn(item, locale) : change.item}
                      <Badge tone={TONES[change.kind]}>{t(`kind.${change.kind}`)}</Badge>
                    </p>
                    <DiffList differences={listOf(change)} />
                  </li>
                );
              })}
            </ul>
          </Card>
        ))}
      </div>
    </>
  );
}

import { useTranslations } from 'next-intl';
import { Cell, HeadCell, Row, Table } from '@/components/ui/table';
import type { ImportCounts } from '@/lib/domain/imports/answers';
import { ENTITIES } from '@/lib/domain/imports/fields';
import type { RowAction } from '@/lib/domain/imports/plan';
import { formatCount } from '@/lib/format/number';

const ACTIONS: readonly RowAction[] = ['new', 'changed', 'unchanged', 'conflict', 'error'];
const LIT: Partial<Record<RowAction, string>> = {
  error: 'text-red-ink font-semibold',
  conflict: 'text-amber-ink font-semibold',
};

/** How many rows of each sheet do what. */
export function FiguresTable({ counts }: { counts: ImportCounts }) {
  const t = useTranslations('imports');
  const entities = ENTITIES.filter((entity) => counts[entity]);
  if (entities.length === 0) return null;
  return (
    <Table caption={t('preview.figures')} phone="scroll">
      <thead>
        <tr>
          <HeadCell />
          {ACTIONS.map((action) => (
            <HeadCell key={action} align="right">
              {t(`action.${action}`)}
            </HeadCell>
          ))}
        </tr>
      </thead>
      <tbody>
        {entities.map((entity) => (
          <Row key={entity}>
            <Cell primary>{t(`entity.${entity}`)}</Cell>
            {ACTIONS.map((action) => {
              const count = counts[entity]?.[action] ?? 0;
              return (
                <Cell key={action} align="right" className={count > 0 ? LIT[action] : 'text-ink-3'}>
                  {formatCount(count)}
                </Cell>
              );
            })}
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

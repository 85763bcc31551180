import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { Cell, HeadCell, Row, Table } from '@/components/ui/table';
import type { Totals } from '@/lib/domain/compounds/answers';
import { formatAreaNumber } from '@/lib/format/area';
import { formatCount, NONE } from '@/lib/format/number';

const ROWS = [
  ['buildings', 'statedBuildings'],
  ['units', 'statedUnits'],
  ['households', 'statedHouseholds'],
  ['floorArea', 'statedFloorArea'],
  ['exclusiveArea', 'statedExclusiveArea'],
] as const;

const write = (value: number | string | null) =>
  value === null ? NONE : typeof value === 'number' ? formatCount(value) : formatAreaNumber(value);

/** A register that holds nothing of a figure does not contradict the county. */
function differs(stated: number | string | null, registered: number | string | null): boolean {
  return stated !== null && Number(registered) !== 0 && stated !== registered;
}

export function TotalsCard({ totals }: { totals: Totals }) {
  const t = useTranslations('compounds');
  const notes = [
    totals.householdsWithoutArea > 0 && t('totals.withoutArea', { count: totals.householdsWithoutArea }),
    totals.householdsWithoutOwner > 0 && t('totals.withoutOwner', { count: totals.householdsWithoutOwner }),
  ].filter(Boolean);
  return (
    <Card id="totals" title={t('sections.totals')} flush>
      <Table caption={t('sections.totals')} phone="scroll" className="rounded-none border-0 border-t">
        <thead>
          <tr>
            <HeadCell>{t('totals.figure')}</HeadCell>
            <HeadCell align="right" className="px-2">
              {t('totals.stated')}
            </HeadCell>
            <HeadCell align="right" className="px-2">
              {t('totals.registered')}
            </HeadCell>
            <HeadCell align="right" className="px-2">
              {t('totals.effective')}
            </HeadCell>
          </tr>
        </thead>
        <tbody>
          {ROWS.map(([figure, label]) => (
            <Row key={figure}>
              <Cell primary>
                {t(`fields.${label}`)}
                {figure.endsWith('Area') && <span className="text-xs font-normal text-ink-3">（㎡）</span>}
              </Cell>
              <Cell align="right" className="px-2 whitespace-nowrap">
                {write(totals.stated[figure])}
              </Cell>
              <Cell align="right" className="px-2 whitespace-nowrap">
                {write(totals.registered[figure])}
                {differs(totals.stated[figure], totals.registered[figure]) && (
                  <Badge tone="amber" className="ml-1.5">
                    {t('totals.differs')}
                  </Badge>
                )}
              </Cell>
              <Cell align="right" className="px-2 font-medium whitespace-nowrap">
                {write(totals.effective[figure])}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
      {notes.length > 0 && (
        <p className="border-t border-line px-5 py-2.5 text-sm text-amber-ink">{notes.join('，')}</p>
      )}
    </Card>
  );
}

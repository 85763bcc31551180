import { useLocale, useTranslations } from 'next-intl';
import { Cell, HeadCell, Row, Table } from '@/components/ui/table';
import { labelIn } from '@/lib/domain/kernel/label';
import type { VoteHome } from '@/lib/domain/votes/answers';
import { DOOR_LABELS } from '@/lib/domain/votes/labels';
import { formatAreaNumber } from '@/lib/format/area';
import { NONE } from '@/lib/format/number';

const byStaircase = (homes: readonly VoteHome[]): [string, VoteHome[]][] => {
  const groups = new Map<string, VoteHome[]>();
  for (const home of homes) {
    const key = [home.buildingName, home.unitNo].filter(Boolean).join(' · ');
    groups.set(key, [...(groups.get(key) ?? []), home]);
  }
  return [...groups];
};

/** By building and staircase, in the order of the way; with room to write by hand when printed. */
export function DoorTable({ homes }: { homes: readonly VoteHome[] }) {
  const t = useTranslations('votes.doors');
  const locale = useLocale();
  return (
    <div className="space-y-4">
      {byStaircase(homes).map(([staircase, list]) => (
        <section key={staircase} className="avoid-break">
          <h2 className="mb-1.5 font-medium">{staircase}</h2>
          <Table caption={staircase}>
            <thead>
              <tr>
                <HeadCell>{t('home')}</HeadCell>
                <HeadCell align="right">{t('area')}</HeadCell>
                <HeadCell>{t('owners')}</HeadCell>
                <HeadCell>{t('door')}</HeadCell>
                <HeadCell className="w-1/4">{t('note')}</HeadCell>
              </tr>
            </thead>
            <tbody>
              {list.map((home) => (
                <Row key={home.id}>
                  <Cell primary>{home.room}</Cell>
                  <Cell label={t('area')} align="right">
                    {formatAreaNumber(home.area)}
                  </Cell>
                  <Cell label={t('owners')}>{home.owners.map(({ name }) => name).join('、') || NONE}</Cell>
                  <Cell label={t('door')}>{home.door ? labelIn(DOOR_LABELS[home.door], locale) : NONE}</Cell>
                  <Cell hideOnPhone />
                </Row>
              ))}
            </tbody>
          </Table>
        </section>
      ))}
    </div>
  );
}

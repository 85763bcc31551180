'use client';

import { Building2, EllipsisVertical, Plus } from 'lucide-react';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { cn } from '@/components/ui/cn';
import { DropdownMenu } from '@/components/ui/dropdown-menu';
import { EmptyState } from '@/components/ui/empty-state';
import { IconButton } from '@/components/ui/icon-button';
import { Cell, HeadCell, Row, Table } from '@/components/ui/table';
import { textLinkStyle } from '@/components/ui/text-link';
import { useLate } from '@/components/ui/use-late';
import type { BuildingRow } from '@/lib/domain/compounds/answers';
import { STRUCTURE_LABELS } from '@/lib/domain/compounds/labels';
import type { Structure } from '@/lib/domain/compounds/types';
import { labelIn } from '@/lib/domain/kernel/label';
import { formatAreaNumber } from '@/lib/format/area';
import { formatCount, NONE } from '@/lib/format/number';
import { BUILDING, RETIRE_BUILDING } from './late-dialogs';

type Props = {
  compoundId: string;
  buildings: readonly BuildingRow[];
  mayWrite: boolean;
  /** the register of each stands below */
  mayOpen: boolean;
};

/** On a phone these stand in one line under the name. */
const SHORT: readonly string[] = ['structure', 'storeys', 'units'];

export function BuildingsSection({ compoundId, buildings, mayWrite, mayOpen }: Props) {
  const t = useTranslations('compounds.building');
  const sections = useTranslations('compounds.sections');
  const locale = useLocale();
  const [open, setOpen] = useState<{ kind: 'edit' | 'retire'; building?: BuildingRow }>();
  const close = () => setOpen(undefined);
  const BuildingDialog = useLate(BUILDING, open?.kind === 'edit', close);
  const RetireBuilding = useLate(RETIRE_BUILDING, open?.kind === 'retire', close);
  const columns = ['yearBuilt', 'structure', 'storeys', 'units', 'floorArea', 'households', 'exclusiveArea'] as const;
  const value = (building: BuildingRow, column: (typeof columns)[number]) => {
    if (column === 'structure')
      return building.structure ? labelIn(STRUCTURE_LABELS[building.structure as Structure], locale) : NONE;
    if (column === 'yearBuilt') return building.yearBuilt ?? NONE;
    if (column === 'floorArea' || column === 'exclusiveArea')
      return building[column] === null ? NONE : formatAreaNumber(building[column]);
    return formatCount(building[column]);
  };
  const right = (column: string) =>
    (['structure', 'yearBuilt'].includes(column) ? 'left' : 'right') as 'left' | 'right';
  const onPhone = (building: BuildingRow) =>
    [
      building.structure && value(building, 'structure'),
      building.storeys && t('storeysOf', { count: building.storeys }),
      building.units && t('unitsOf', { count: building.units }),
    ]
      .filter(Boolean)
      .join(' · ');
  const add = mayWrite && (
    <Button icon={<Plus aria-hidden="true" />} size="sm" onClick={() => setOpen({ kind: 'edit' })}>
      {t('add')}
    </Button>
  );
  return (
    <Card id="buildings" title={sections('buildings')} action={buildings.length > 0 && add} flush>
      {buildings.length === 0 ? (
        <EmptyState icon={<Building2 aria-hidden="true" />} title={t('empty')} action={add} />
      ) : (
        <Table wide caption={sections('buildings')} className="rounded-none border-0 border-t">
          <thead>
            <tr>
              <HeadCell>{t('title')}</HeadCell>
              {columns.map((column) => (
                <HeadCell key={column} align={right(column)}>
                  {column === 'floorArea' ? `${t('floorArea')}（㎡）` : t(column)}
                </HeadCell>
              ))}
              <HeadCell>
                <span className="sr-only">{t('register')}</span>
              </HeadCell>
            </tr>
          </thead>
          <tbody>
            {buildings.map((building) => (
              <Row key={building.id}>
                <Cell primary>
                  {mayOpen ? (
                    <Link
                      href={`/compounds/${compoundId}?building=${building.id}#register`}
                      prefetch={false}
                      className={cn(textLinkStyle, 'font-medium')}
                    >
                      {building.name}
                    </Link>
                  ) : (
                    building.name
                  )}
                  {onPhone(building) && (
                    <span className="text-sm font-normal text-ink-3 sm:hidden">{onPhone(building)}</span>
                  )}
                </Cell>
                {columns.map((column) => (
                  <Cell key={column} align={right(column)} label={t(column)} hideOnPhone={SHORT.includes(column)}>
                    {value(building, column)}
                  </Cell>
                ))}
                <Cell align="right" hideOnPhone={!mayWrite} className="max-sm:absolute max-sm:top-1.5 max-sm:right-2">
                  {mayWrite && (
                    <DropdownMenu
                      label={t('actions', { name: building.name })}
                      trigger={
                        <IconButton label={t('actions', { name: building.name })} size="sm" className="no-print">
                          <EllipsisVertical aria-hidden="true" />
                        </IconButton>
                      }
                      items={[
                        { label: t('edit'), onSelect: () => setOpen({ kind: 'edit', building }) },
                        { label: t('retire'), onSelect: () => setOpen({ kind: 'retire', building }), danger: true },
                      ]}
                    />
                  )}
                </Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      )}
      {BuildingDialog && <BuildingDialog compoundId={compoundId} building={open?.building} onClose={close} />}
      {RetireBuilding && open?.building && <RetireBuilding building={open.building} onClose={close} />}
    </Card>
  );
}

'use client';

import { Plus, TriangleAlert, Users } from 'lucide-react';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { cn } from '@/components/ui/cn';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { Cell, HeadCell, Row, Table } from '@/components/ui/table';
import { textLinkStyle } from '@/components/ui/text-link';
import { useLate } from '@/components/ui/use-late';
import type { BuildingRow, HouseholdRow } from '@/lib/domain/compounds/answers';
import { isBareUnit } from '@/lib/domain/compounds/dwelling-name';
import { gridOf, storeyOf, wholeUnits } from '@/lib/domain/compounds/house';
import { USAGE_LABELS } from '@/lib/domain/compounds/labels';
import type { Usage } from '@/lib/domain/compounds/types';
import { labelIn } from '@/lib/domain/kernel/label';
import { formatAreaNumber } from '@/lib/format/area';
import { NONE } from '@/lib/format/number';
import { BuildingGrid } from './building-grid';
import { HOUSEHOLD } from './late-dialogs';
import { HOMES_AT_ONCE, registerHref } from './register-address';
import type { Rights } from './rights';

type Props = {
  compoundId: string;
  buildings: readonly BuildingRow[];
  /** The building whose register is shown. */
  building?: BuildingRow;
  homes: readonly HouseholdRow[];
  /** The building has more dwellings than `homes`. */
  more: boolean;
  view: 'grid' | 'table';
  rights: Rights;
};

/** 户册: one building at a time, as the house stands or as a list. */
export function RegisterSection({ compoundId, buildings, building, homes, more, view, rights }: Props) {
  const t = useTranslations('compounds.household');
  const sections = useTranslations('compounds.sections');
  const [open, setOpen] = useState<{ household?: HouseholdRow }>();
  const close = () => setOpen(undefined);
  const HouseholdDialog = useLate(HOUSEHOLD, open !== undefined, close);
  if (!building) return null;
  const units = wholeUnits(gridOf(homes), more);
  const shown = view === 'grid' ? units.reduce((sum, unit) => sum + unit.count, 0) : homes.length;
  const incomplete = homes.some((home) => home.exclusiveArea === null || home.owners.length === 0);
  const add = rights.register && (
    <Button size="sm" icon={<Plus aria-hidden="true" />} onClick={() => setOpen({})}>
      {t('add')}
    </Button>
  );
  return (
    <Card
      id="register"
      title={sections('register')}
      description={`${building.name} · ${t('count', { count: building.households })}`}
      action={add}
    >
      <nav aria-label={sections('buildings')} className="no-print -mx-1 mb-3 flex gap-1.5 overflow-x-auto px-1 py-1">
        {buildings.map((one) => (
          <Link
            key={one.id}
            href={registerHref(compoundId, { building: one.id, view })}
            prefetch={false}
            scroll={false}
            aria-current={one.id === building.id ? 'true' : undefined}
            className={cn(
              'shrink-0 rounded-md border px-2.5 py-1 text-sm pointer-coarse:py-2',
              one.id === building.id
                ? 'border-accent bg-accent-soft font-medium text-accent-ink'
                : 'border-line text-ink-2 hover:bg-hover',
            )}
          >
            {one.name}
          </Link>
        ))}
      </nav>
      {homes.length === 0 ? (
        <EmptyState icon={<Users aria-hidden="true" />} title={t('empty')} action={add} />
      ) : (
        <>
          <div className="mb-3 flex flex-wrap items-center justify-between gap-2 text-sm">
            <nav aria-label={t('view')} className="no-print flex gap-3">
              {(['grid', 'table'] as const).map((how) => (
                <Link
                  key={how}
                  href={registerHref(compoundId, { building: building.id, view: how })}
                  prefetch={false}
                  scroll={false}
                  aria-current={how === view ? 'true' : undefined}
                  className={cn(
                    'inline-flex min-h-6 items-center rounded-sm pointer-coarse:min-h-11',
                    how === view ? 'font-semibold' : 'text-ink-3 underline underline-offset-4 hover:text-ink',
                  )}
                >
                  {t(how)}
                </Link>
              ))}
            </nav>
            {incomplete && (
              <span className="inline-flex items-center gap-1 text-amber-ink">
                <TriangleAlert aria-hidden="true" className="size-3.5" />
                {t('legendMissing')}
              </span>
            )}
          </div>
          {view === 'grid' ? (
            <BuildingGrid units={units} onOpen={(household) => setOpen({ household })} />
          ) : (
            <HouseholdTable homes={homes} onOpen={(household) => setOpen({ household })} />
          )}
          {more && (
            <p className="no-print mt-4 flex flex-wrap items-center gap-x-4 gap-y-2 text-sm text-ink-3">
              <LinkButton
                href={registerHref(compoundId, { building: building.id, view, homes: homes.length + HOMES_AT_ONCE })}
                prefetch={false}
                scroll={false}
              >
                {t('more', { count: Math.min(HOMES_AT_ONCE, building.households - shown) })}
              </LinkButton>
              <span aria-live="polite">{t('shown', { shown, total: building.households })}</span>
            </p>
          )}
        </>
      )}
      {HouseholdDialog && (
        <HouseholdDialog building={building} household={open?.household} rights={rights} onClose={close} />
      )}
    </Card>
  );
}

function HouseholdTable({ homes, onOpen }: { homes: readonly HouseholdRow[]; onOpen: (home: HouseholdRow) => void }) {
  const t = useTranslations('compounds.household');
  const locale = useLocale();
  return (
    <Table caption={t('owners')}>
      <thead>
        <tr>
          <HeadCell>{t('room')}</HeadCell>
          <HeadCell>{t('unitNo')}</HeadCell>
          <HeadCell align="right">{t('storey')}</HeadCell>
          <HeadCell align="right">{t('exclusiveArea')}（㎡）</HeadCell>
          <HeadCell>{t('usage')}</HeadCell>
          <HeadCell>{t('owners')}</HeadCell>
          <HeadCell>{t('phone')}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {homes.map((home) => (
          <Row key={home.id}>
            <Cell primary>
              <button type="button" onClick={() => onOpen(home)} className={cn(textLinkStyle, 'font-medium')}>
                {home.room}
              </button>
              <span className="text-sm font-normal text-ink-3 sm:hidden">
                {[
                  home.unitNo && (isBareUnit(home.unitNo) ? t('unitOf', { unit: home.unitNo }) : home.unitNo),
                  home.usage && labelIn(USAGE_LABELS[home.usage as Usage], locale),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </Cell>
            <Cell label={t('unitNo')} hideOnPhone>
              {home.unitNo || NONE}
            </Cell>
            <Cell label={t('storey')} align="right" hideOnPhone>
              {storeyOf(home) ?? NONE}
            </Cell>
            <Cell label={t('exclusiveArea')} align="right">
              {home.exclusiveArea ? formatAreaNumber(home.exclusiveArea) : <Missing>{t('noArea')}</Missing>}
            </Cell>
            <Cell label={t('usage')} hideOnPhone>
              {home.usage ? labelIn(USAGE_LABELS[home.usage as Usage], locale) : NONE}
            </Cell>
            <Cell label={t('owners')}>
              {home.owners.map((owner) => owner.name).join('、') || <Missing>{t('noOwner')}</Missing>}
            </Cell>
            <Cell label={t('phone')}>{home.owners.flatMap((owner) => owner.phone ?? []).join('、') || NONE}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function Missing({ children }: { children: string }) {
  return (
    <span className="inline-flex items-center gap-1 text-amber-ink">
      <TriangleAlert aria-hidden="true" className="size-3.5" />
      {children}
    </span>
  );
}

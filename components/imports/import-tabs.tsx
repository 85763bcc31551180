'use client';

import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type LinkTab, LinkTabs } from '@/components/ui/link-tabs';
import type { ImportDetail } from '@/lib/domain/imports/answers';
import { SHEET_NAMES } from '@/lib/domain/imports/template';
import { formatCount } from '@/lib/format/number';
import { totalOf } from './counts';
import { DecideList } from './decide-list';
import { FindingsTable } from './findings-table';
import { RowsList } from './rows-list';
import type { FacilityName } from './use-fields';

type Props = { detail: ImportDetail; facilities: readonly FacilityName[]; onDecided: () => void };
type Key = 'findings' | 'decide' | 'new' | 'changed' | 'unchanged';

/** The tab stands in the address, so that a colleague can be sent to the very list. */
export function ImportTabs({ detail, facilities, onDecided }: Props) {
  const t = useTranslations('imports.preview.tabs');
  const wanted = useSearchParams().get('tab');
  const counted: Record<Key, number> = {
    findings: detail.errors + detail.warnings,
    decide: totalOf(detail.counts, 'conflict'),
    new: totalOf(detail.counts, 'new'),
    changed: totalOf(detail.counts, 'changed'),
    unchanged: totalOf(detail.counts, 'unchanged'),
  };
  const open = detail.status === 'previewed';
  const keys = (Object.keys(counted) as Key[]).filter((key) => key !== 'decide' || (open && counted.decide > 0));
  const first = keyToStart(detail, counted);
  const active = keys.find((key) => key === wanted) ?? first;
  const tabs: LinkTab[] = keys.map((key) => ({
    key,
    label: `${t(key)} ${formatCount(counted[key])}`,
    href: `/imports/${detail.id}?tab=${key}`,
  }));
  const sheets = detail.kind === 'template' ? Object.values(SHEET_NAMES) : [];
  const reload = `${detail.id}-${detail.version}-${active}`;
  return (
    <div>
      <LinkTabs tabs={tabs} active={active} label={t('label')} />
      {active === 'findings' && <FindingsTable key={reload} id={detail.id} sheets={sheets} />}
      {active === 'decide' && (
        <DecideList
          key={reload}
          id={detail.id}
          version={detail.version}
          undecided={detail.undecided}
          facilities={facilities}
          onDecided={onDecided}
        />
      )}
      {active !== 'findings' && active !== 'decide' && (
        <RowsList key={reload} id={detail.id} action={active} counts={detail.counts} facilities={facilities} />
      )}
    </div>
  );
}

/** Where something is to be done, or else where most is to be seen. */
function keyToStart(detail: ImportDetail, counted: Record<Key, number>): Key {
  if (detail.status === 'previewed' && detail.errors > 0) return 'findings';
  if (detail.status === 'previewed' && detail.undecided > 0) return 'decide';
  return (['new', 'changed', 'findings', 'unchanged'] as const).find((key) => counted[key] > 0) ?? 'findings';
}

'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { FormActions } from '@/components/ui/form-actions';
import { ListSkeleton } from '@/components/ui/skeleton';
import { toast } from '@/components/ui/toast-store';
import { importPath } from '@/lib/client/imports';
import { useAct } from '@/lib/client/use-act';
import { usePages } from '@/lib/client/use-pages';
import type { ImportRowLine, RowDecisionInput } from '@/lib/domain/imports/answers';
import { DecideRow } from './decide-row';
import { PageTurner } from './page-turner';
import { ListProblem, ProblemBanner } from './problem-view';
import { RowCard } from './row-card';
import type { FacilityName } from './use-fields';

type Props = {
  id: string;
  version: number;
  undecided: number;
  facilities: readonly FacilityName[];
  onDecided: () => void;
};

const keyOf = (row: Pick<ImportRowLine, 'entity' | 'rowNo'>) => `${row.entity}-${row.rowNo}`;

/** Conflicts, and names that may mean a known compound: the clerk decides, the system never guesses. */
export function DecideList({ id, version, undecided, facilities, onDecided }: Props) {
  const t = useTranslations('imports.decide');
  const { page, problem, again, ...turn } = usePages<ImportRowLine>(importPath(id, '/rows?action=conflict'));
  const { act, busy, problem: refusal } = useAct();
  const [chosen, setChosen] = useState<Record<string, RowDecisionInput>>({});
  const rows = page?.items ?? [];
  const conflicts = rows.filter((row) => row.decision?.kind === 'version');
  const choose = (row: ImportRowLine, choice: string) =>
    setChosen((before) => ({ ...before, [keyOf(row)]: { entity: row.entity, rowNo: row.rowNo, chosen: choice } }));

  async function save() {
    const decisions = Object.values(chosen);
    const answer = await act('PUT', importPath(id, '/decisions'), { body: { decisions }, version });
    if (answer === undefined) return;
    setChosen({});
    toast(t('saved'));
    onDecided();
  }

  if (problem) return <ListProblem problem={problem} again={again} />;
  if (!page) return <ListSkeleton rows={4} />;
  if (rows.length === 0) return <EmptyState title={t(undecided === 0 ? 'empty' : 'done')} />;
  const count = Object.keys(chosen).length;
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2 text-sm">
        <p className="text-ink-2">{t('intro')}</p>
        {conflicts.length > 1 && (
          <div className="flex flex-wrap gap-2">
            {(['mine', 'theirs'] as const).map((side) => (
              <Button
                key={side}
                size="sm"
                onClick={() => {
                  for (const row of conflicts) choose(row, side);
                }}
              >
                {t(`all.${side}`)}
              </Button>
            ))}
          </div>
        )}
      </div>
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
        {rows.map((row) => (
          <RowCard key={keyOf(row)} row={row}>
            <DecideRow
              row={row}
              facilities={facilities}
              chosen={chosen[keyOf(row)]?.chosen ?? row.decision?.chosen ?? null}
              onChoose={(choice) => choose(row, choice)}
            />
          </RowCard>
        ))}
      </ul>
      <PageTurner {...turn} total={page.total} />
      <ProblemBanner problem={refusal} />
      <FormActions onPage status={undecided > 0 ? t('left', { count: undecided }) : t('done')}>
        <Button variant="primary" busy={busy} disabled={count === 0} onClick={save}>
          {t('save')}
        </Button>
      </FormActions>
    </>
  );
}

'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import type { Tone } from '@/components/ui/tone';
import { today } from '@/lib/domain/kernel/calendar-date';
import { labelIn } from '@/lib/domain/kernel/label';
import { CHANNEL_LABELS, CHOICE_LABELS } from '@/lib/domain/votes/labels';
import type { RowState } from '@/lib/domain/votes/sheet';
import type { SheetAnswer, SheetFindingView, SheetRowView } from '@/lib/domain/votes/sheet-answers';
import type { Decisions, RowDecision } from '@/lib/domain/votes/sheet-decisions';
import type { Choice } from '@/lib/domain/votes/types';
import { BallotSheetDecision } from './ballot-sheet-decision';

const TONES: Record<RowState, Tone> = { new: 'accent', same: 'neutral', differs: 'amber', problem: 'red' };
const CHOICE_TONES: Record<Choice, Tone> = { agree: 'green', disagree: 'red', abstain: 'neutral' };
const FINDING_TONES = { error: 'text-red-ink', warning: 'text-amber-ink', info: 'text-ink-3' };

/** A row of the sheet with what is said of it; of a row that records nothing (a sum, a hidden head) only that. */
interface Line {
  rowNo: number;
  row: SheetRowView | null;
  findings: SheetFindingView[];
}

const FILTERS = ['all', 'problem', 'decide', 'new', 'same'] as const;
type Filter = (typeof FILTERS)[number];

const asksPerson = ({ row }: Line): boolean =>
  row !== null && (row.state === 'differs' || (row.state === 'new' && row.proxyName !== null));
const isProblem = ({ findings }: Line): boolean => findings.some(({ level }) => level !== 'info');

const passes: Record<Filter, (line: Line) => boolean> = {
  all: () => true,
  problem: isProblem,
  decide: asksPerson,
  new: ({ row }) => row?.state === 'new',
  same: ({ row }) => row?.state === 'same',
};

function linesOf({ rows, findings }: SheetAnswer): Line[] {
  const lines = new Map<number, Line>(rows.map((row) => [row.rowNo, { rowNo: row.rowNo, row, findings: [] }]));
  for (const finding of findings) {
    if (finding.rowNo === null) continue;
    const line = lines.get(finding.rowNo) ?? { rowNo: finding.rowNo, row: null, findings: [] };
    line.findings.push(finding);
    lines.set(finding.rowNo, line);
  }
  return [...lines.values()].sort((a, b) => a.rowNo - b.rowNo);
}

const STEP = 100;

type Props = { answer: SheetAnswer; decisions: Decisions; decide: (rowNo: number, decision: RowDecision) => void };

/** Every row with its problems at their cells; what a person must decide is decided in its row. */
export function BallotSheetTable({ answer, decisions, decide }: Props) {
  const t = useTranslations('voteSheet');
  const lines = linesOf(answer);
  const counts = (filter: Filter) => lines.filter(passes[filter]).length;
  const [chosen, choose] = useState<Filter>(() =>
    counts('problem') > 0 ? 'problem' : counts('decide') > 0 ? 'decide' : 'all',
  );
  const [most, setMost] = useState(STEP);
  const found = lines.filter(passes[chosen]);
  const shown = found.slice(0, most);
  return (
    <div>
      <fieldset aria-label={t('filter.label')} className="mb-3 flex flex-wrap gap-2">
        {FILTERS.map((filter) => (
          <Button
            key={filter}
            size="sm"
            variant={filter === chosen ? 'primary' : undefined}
            aria-pressed={filter === chosen}
            onClick={() => {
              choose(filter);
              setMost(STEP);
            }}
          >
            {t(`filter.${filter}`, { count: counts(filter) })}
          </Button>
        ))}
      </fieldset>
      <DataTable
        caption={t('table.caption')}
        columns={useColumns(decisions, decide)}
        rows={shown}
        rowKey={({ rowNo }) => String(rowNo)}
        empty={<EmptyState title={t('table.none')} />}
      />
      {found.length > shown.length && (
        <div className="flex flex-wrap items-center gap-3 py-3 text-sm text-ink-3">
          <Button size="sm" onClick={() => setMost(most + STEP)}>
            {t('table.more', { count: Math.min(STEP, found.length - shown.length) })}
          </Button>
          {t('table.shown', { shown: shown.length, total: found.length })}
        </div>
      )}
    </div>
  );
}

function useColumns(decisions: Decisions, decide: Props['decide']): Column<Line>[] {
  const t = useTranslations('voteSheet');
  const locale = useLocale();
  return [
    {
      key: 'row',
      header: t('table.row'),
      hideOnPhone: true,
      cell: ({ rowNo }) => <span className="text-ink-3 tabular-nums">{rowNo}</span>,
    },
    {
      key: 'home',
      header: t('table.home'),
      primary: true,
      className: 'sm:min-w-32',
      cell: ({ row, rowNo }) => row?.where || `${t('table.row')} ${rowNo}`,
    },
    {
      key: 'choice',
      header: t('table.choice'),
      cell: ({ row }) =>
        row?.input && (
          <Badge tone={CHOICE_TONES[row.input.choice]}>{labelIn(CHOICE_LABELS[row.input.choice], locale)}</Badge>
        ),
    },
    {
      key: 'collected',
      header: t('table.collected'),
      cell: ({ row }) =>
        row?.input &&
        [
          labelIn(CHANNEL_LABELS[row.input.channel], locale),
          row.input.collector ?? t('me'),
          row.input.collectedAt ? today(new Date(row.input.collectedAt)) : t('today'),
        ].join(' · '),
    },
    {
      key: 'form',
      header: t('table.form'),
      hideOnPhone: true,
      className: 'whitespace-nowrap',
      cell: ({ row }) => row?.input?.formNo,
    },
    {
      key: 'state',
      header: t('table.state'),
      className: 'sm:min-w-72',
      cell: ({ row, findings }) => (
        <div className="space-y-1.5 text-left">
          {row && <Badge tone={TONES[row.state]}>{t(`states.${row.state}`)}</Badge>}
          <FindingList findings={findings} />
          {row?.input && (row.theirs || row.proxyName) && row.state !== 'same' && (
            <BallotSheetDecision
              row={row}
              decision={decisions[row.rowNo] ?? {}}
              onChange={(decision) => decide(row.rowNo, decision)}
            />
          )}
        </div>
      ),
    },
  ];
}

/** What is said of cells, each with its address. */
export function FindingList({ findings }: { findings: readonly SheetFindingView[] }) {
  if (findings.length === 0) return null;
  return (
    <ul className="space-y-1 text-sm">
      {findings.map(({ cell, code, message, level }) => (
        <li key={`${cell} ${code} ${message}`} className={FINDING_TONES[level]}>
          {cell && <span className="mr-1.5 rounded-sm bg-sunken px-1 font-medium text-ink">{cell}</span>}
          {message}
        </li>
      ))}
    </ul>
  );
}

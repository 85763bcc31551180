'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { collisionsBetween, settled } from '@/components/ui/collisions';
import { ConflictDialog } from '@/components/ui/conflict-dialog';
import { toast } from '@/components/ui/toast-store';
import { sentencesOf } from '@/lib/client/api';
import { useAct } from '@/lib/client/use-act';
import type { BatchDetail, CandidateAnswer, SuggestAnswer } from '@/lib/domain/funds/batch-answers';
import { formatMoney } from '@/lib/domain/kernel/money';
import type { NamedUnit } from '@/lib/domain/units/named';
import { groupThousands } from '@/lib/format/number';
import { BatchAdder } from './batch-adder';
import { BatchBalance } from './batch-balance';
import { BatchRows } from './batch-rows';
import {
  type BatchValues,
  bodyOf,
  cellsOf,
  EMPTY_ROW,
  inCells,
  keysSent,
  ofCells,
  sumOf,
  targetOf,
  toShare,
  valuesOf,
  withSuggested,
} from './batch-values';
import { IssueButton } from './issue-button';

type Props = {
  batch: BatchDetail;
  candidates: readonly CandidateAnswer[];
  counties: readonly NamedUnit[];
};

/** Who gets what of a draft: suggested by the plan, typed like a sheet, saved as a whole, and issued when it makes the total. */
export function BatchEditor({ batch, candidates, counties }: Props) {
  const t = useTranslations('allocation.lines');
  const common = useTranslations('allocation');
  const locale = useLocale();
  const router = useRouter();
  const [values, setValues] = useState<BatchValues>(() => valuesOf(batch));
  const [told, tell] = useState<{ tone: 'green' | 'amber'; text: string }>();
  const saving = useAct<BatchDetail>();
  const suggesting = useAct<SuggestAnswer>();
  const path = `/api/v1/funds/batches/${batch.id}`;
  const nameOf = (key: string) => targetOf(key, batch, candidates, counties, locale);
  const isDirty = JSON.stringify(bodyOf(values)) !== JSON.stringify(bodyOf(valuesOf(batch)));

  function change(next: BatchValues) {
    setValues(next);
    tell(undefined);
    saving.forget();
  }

  /** Answers the version that was saved. */
  async function save(what: BatchValues = values, version = batch.version): Promise<number | undefined> {
    const saved = await saving.act('PUT', `${path}/lines`, { body: bodyOf(what), version });
    if (typeof saved !== 'object') return undefined;
    setValues(valuesOf(saved));
    router.refresh();
    return saved.version;
  }

  async function suggest() {
    const amount = toShare(values, batch.total);
    if (amount <= 0n) return tell({ tone: 'amber', text: t('nothingToShare') });
    const answer = await suggesting.act('POST', `${path}/suggest`, { body: { amount: formatMoney(amount) } });
    if (typeof answer !== 'object') return;
    if (answer.items.length === 0) return tell({ tone: 'amber', text: t('noPlan') });
    change(withSuggested(values, answer));
    const left = answer.left !== '0.00';
    tell({
      tone: left ? 'amber' : 'green',
      text: left ? t('left', { sum: groupThousands(answer.left) }) : t('suggested', { count: answer.items.length }),
    });
  }

  const { problem } = saving;
  const theirs = problem?.conflict?.theirs as BatchDetail | undefined;
  const now = theirs && valuesOf(theirs);
  const rows = [...new Set([...Object.keys(values), ...Object.keys(now ?? {})])];
  const cells = rows.flatMap((key) => {
    const { name } = nameOf(key);
    return cellsOf(key, name, t('noteOf', { name }));
  });
  const whole = (given: BatchValues) => inCells(given, rows);

  function settle(takeTheirs: ReadonlySet<string>) {
    if (!now) return;
    const chosen = ofCells(settled(whole(values), whole(now), takeTheirs), rows);
    setValues(chosen);
    void save(chosen, problem?.conflict?.version);
  }

  /** A refusal of a row stands at the row. */
  const sent = keysSent(values);
  const refusalOf = (key: string) =>
    (problem?.reasons ?? [])
      .filter(({ field }) => field?.startsWith(`lines.${sent.indexOf(key)}.`))
      .map(({ message }) => message);
  const shown = theirs ? undefined : (problem ?? suggesting.problem);
  return (
    <div className="space-y-4">
      {told && <Banner live tone={told.tone} title={told.text} />}
      <BatchRows values={values} targetOf={nameOf} refusalOf={refusalOf} onChange={change} />
      <BatchAdder
        values={values}
        candidates={candidates}
        counties={counties}
        onAdd={(key) => change({ ...values, [key]: values[key] ?? EMPTY_ROW })}
      />
      <BatchBalance total={batch.total} sum={sumOf(values)}>
        <Button busy={suggesting.busy} onClick={suggest} title={t('suggestText')}>
          {t('suggest')}
        </Button>
        <Button
          busy={saving.busy}
          disabled={!isDirty}
          onClick={async () => {
            if (await save()) toast(common('saved'));
          }}
        >
          {t('save')}
        </Button>
        <IssueButton
          batch={batch}
          count={sent.length}
          sum={formatMoney(sumOf(values))}
          prepare={async () => (isDirty ? save() : batch.version)}
        />
      </BatchBalance>
      <p className="text-sm text-ink-3">{t('suggestText')}</p>
      {shown && <Banner live tone="red" title={shown.title} list={sentencesOf(shown)} />}
      {now && (
        <ConflictDialog
          collisions={collisionsBetween(cells, whole(valuesOf(batch)), whole(values), whole(now))}
          busy={saving.busy}
          onResolve={settle}
          onClose={() => {
            saving.forget();
            router.refresh();
          }}
        />
      )}
    </div>
  );
}

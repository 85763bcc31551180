'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactElement, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { YearAnswer } from '@/lib/domain/programme/answers';
import { useSend } from './use-send';
import { partsOf } from './weight-fields';
import { YearConflict } from './year-conflict';
import { emptyYear, valuesOf, type YearChoices, YearFields, type YearValues } from './year-fields';

type Props = {
  choices: YearChoices;
  /** The year to change; without it a new one is set up. */
  year?: YearAnswer;
  trigger: ReactElement;
  startOpen?: boolean;
};

/** What is left blank is missing, not 0. */
const numberOf = (text: string) => (text.trim() === '' ? null : Number(text));

const weightsOf = (text: string) => {
  if (text === '') return null;
  const [condition, willingness, mechanism] = partsOf(text).map((part) => Number(part || '0'));
  return { condition, willingness, mechanism };
};

const bodyOf = (values: YearValues, isNew: boolean) => ({
  ...(isNew ? { year: numberOf(values.year), rulebookId: values.rulebookId } : {}),
  campaignId: values.campaignId || null,
  targetShare: numberOf(values.targetShare),
  startBy: values.startBy,
  completeBy: values.completeBy,
  reportDay: numberOf(values.reportDay),
  voteTest: values.voteTest || null,
  rankingWeights: weightsOf(values.rankingWeights),
  current: values.current,
});

export function YearDialog({ choices, year, trigger, startOpen }: Props) {
  const t = useTranslations('programme');
  const id = useId();
  const [open, setOpen] = useState(startOpen ?? false);
  const [values, setValues] = useState(year ? valuesOf(year) : emptyYear(choices));
  const [base, setBase] = useState(year);
  const { send, busy, problem, forget } = useSend<YearAnswer>();
  const conflict = problem?.code === 'version_conflict' ? problem.conflict : undefined;

  function show(next: boolean) {
    setOpen(next);
    if (next) setValues(year ? valuesOf(year) : emptyYear(choices));
    setBase(year);
    forget();
  }

  async function save(given: YearValues, version?: number) {
    const path = year ? `/api/v1/programme/years/${year.id}` : '/api/v1/programme/years';
    const saved = await send(year ? 'PATCH' : 'POST', path, bodyOf(given, !year), { version, done: t('saved') });
    if (saved) setOpen(false);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    void save(values, base?.version);
  }

  /** The form shows what is sent: the chosen values stand in it from now on. */
  function resolve(theirs: YearAnswer, chosen: YearValues) {
    setBase(theirs);
    setValues(chosen);
    void save(chosen, theirs.version);
  }

  return (
    <>
      <Dialog
        title={year ? t('editYear', { year: String(year.year) }) : t('addYear')}
        trigger={trigger}
        open={open && !conflict}
        onOpenChange={show}
        actions={
          <>
            <Button type="submit" form={id} variant="primary" busy={busy}>
              {t('saveYear')}
            </Button>
            <Button variant="quiet" onClick={() => show(false)}>
              {t('cancel')}
            </Button>
          </>
        }
      >
        <form id={id} onSubmit={submit} noValidate className="space-y-4">
          <YearFields values={values} onChange={setValues} choices={choices} isNew={!year} problem={problem} />
        </form>
      </Dialog>
      {open && conflict && base && (
        <YearConflict
          base={valuesOf(base)}
          mine={values}
          theirs={conflict.theirs as YearAnswer}
          choices={choices}
          busy={busy}
          onResolve={(chosen) => resolve(conflict.theirs as YearAnswer, chosen)}
          onClose={forget}
        />
      )}
    </>
  );
}

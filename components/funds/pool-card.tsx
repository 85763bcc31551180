'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { said } from '@/components/forms/said';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { StatusLight } from '@/components/ui/status-light';
import { toast } from '@/components/ui/toast-store';
import { fieldErrors, sentencesOf } from '@/lib/client/api';
import { useAct } from '@/lib/client/use-act';
import type { PoolPot } from '@/lib/domain/funds/batch-answers';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { formatMoney } from '@/lib/domain/kernel/money';
import { portionsOf } from '@/lib/domain/kernel/portions';
import { formatDate } from '@/lib/format/date';
import { yuanText } from '@/lib/format/money-text';
import { plain, sumTyped } from './batch-values';
import { PoolRows } from './pool-rows';
import { type FundWords, fenOf, potName } from './words';

type Props = { pot: PoolPot; year: number; words: FundWords; today: string };

/** One pot of the county's pool, given to several of its projects at once. */
export function PoolCard({ pot, year, words, today }: Props) {
  const t = useTranslations('allocation.pool');
  const locale = useLocale();
  const router = useRouter();
  const [values, setValues] = useState<Record<string, string>>({});
  const [empty, setEmpty] = useState(false);
  const { act, busy, problem, forget } = useAct<{ ids: string[] }>();
  const given = sumTyped(Object.values(values));
  const rest = fenOf(pot.amount) - given;
  const lines = Object.entries(values)
    .filter(([, text]) => plain(text) !== '')
    .map(([projectId, text]) => ({ projectId, amount: plain(text) }));

  function change(next: Record<string, string>) {
    setValues(next);
    setEmpty(false);
    forget();
  }

  function suggest() {
    const gaps = pot.projects.map(({ id, gap }) => ({ id, gap: fenOf(gap) }));
    const { parts } = portionsOf(fenOf(pot.amount), gaps);
    change(Object.fromEntries([...parts].map(([id, fen]) => [id, formatMoney(fen)])));
  }

  async function assign(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (lines.length === 0) return setEmpty(true);
    const form = new FormData(event.currentTarget);
    const { source, kind, earmark } = pot;
    const paper = { assignedOn: said(form, 'assignedOn'), documentNo: said(form, 'documentNo') };
    const done = await act('POST', '/api/v1/funds/pool/assign', {
      body: { year, source, kind, earmark, ...paper, lines },
    });
    if (!done) return;
    toast(t('done', { count: lines.length }));
    setValues({});
    router.refresh();
  }

  const at = (projectId: string) => lines.findIndex((line) => line.projectId === projectId);
  const refusalOf = (projectId: string) =>
    (problem?.reasons ?? [])
      .filter(({ field }) => field?.startsWith(`lines.${at(projectId)}.`))
      .map(({ message }) => message);
  const isAtPlace = (field: string | undefined) => field === 'assignedOn' || field === 'documentNo';
  const others = problem?.reasons?.filter(({ field }) => !isAtPlace(field)).map(({ message }) => message);
  return (
    <Card
      title={potName(words, pot, locale)}
      description={
        pot.since && t('since', { day: formatDate(calendarDateOf(pot.since), locale), days: String(pot.days) })
      }
      action={<strong className="tabular-nums">{t('there', { sum: yuanText(pot.amount, locale) })}</strong>}
    >
      {pot.projects.length === 0 ? (
        <p className="text-sm text-ink-3">{t('noProjects')}</p>
      ) : (
        <form onSubmit={assign} noValidate className="space-y-4">
          <PoolRows projects={pot.projects} values={values} refusalOf={refusalOf} onChange={change} />
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={t('no')} hint={t('noHint')} error={fieldErrors(problem, 'documentNo')} required>
              <Input name="documentNo" maxLength={50} autoComplete="off" />
            </Field>
            <Field label={t('on')} error={fieldErrors(problem, 'assignedOn')} required>
              <Input name="assignedOn" type="date" defaultValue={today} max={today} />
            </Field>
          </div>
          <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
            <p className="flex flex-wrap gap-x-4 text-sm tabular-nums" aria-live="polite">
              <span>
                {t('given')} {yuanText(formatMoney(given), locale)}
              </span>
              <StatusLight light={rest < 0n ? 'red' : 'neutral'}>
                {rest < 0n ? t('over') : t('rest')} {yuanText(formatMoney(rest < 0n ? -rest : rest), locale)}
              </StatusLight>
            </p>
            <div className="flex gap-2">
              <Button type="button" onClick={suggest}>
                {t('suggest')}
              </Button>
              <Button type="submit" variant="primary" busy={busy}>
                {t('assign')}
              </Button>
            </div>
          </div>
          {empty && <Banner live tone="amber" title={t('nothing')} />}
          {problem && (others === undefined || others.length > 0) && (
            <Banner live tone="red" title={problem.title} list={others ?? sentencesOf(problem)} />
          )}
        </form>
      )}
    </Card>
  );
}

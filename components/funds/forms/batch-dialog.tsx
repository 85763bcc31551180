'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { ActDialog, said, sumSaid } from '@/components/annual/act-dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { BatchAnswer, BatchDetail } from '@/lib/domain/funds/batch-answers';
import type { BatchCreateSent } from '@/lib/domain/funds/batch-schema';
import { type FundWords, inWords, sourceName } from '../words';

type Props = {
  year: number;
  words: FundWords;
  /** what comes through the prefecture */
  money: readonly { source: string; kind: string }[];
  today: string;
  trigger: ReactElement;
  /** a draft whose document is put right */
  batch?: BatchAnswer;
  /** what a new one begins with */
  begin?: Pick<BatchAnswer, 'title' | 'source' | 'kind' | 'total'> & { lines: BatchCreateSent['lines'] };
};

const FIELDS = ['documentNo', 'documentOn', 'title', 'source', 'kind', 'earmark', 'total'];

/** The document of a batch: what it gives and for what; who gets it is said afterwards. */
export function BatchDialog({ year, words, money, today, trigger, batch, begin }: Props) {
  const t = useTranslations('allocation.batches');
  const common = useTranslations('allocation');
  const locale = useLocale();
  const potOf = (form: FormData) => {
    const [source = '', kind = ''] = said(form, 'money').split('/');
    return { source, kind };
  };
  const [first] = money;
  const now = batch ?? begin;
  return (
    <ActDialog<BatchDetail>
      wide
      title={t(batch ? 'edit' : 'create')}
      trigger={trigger}
      action={t(batch ? 'edit' : 'create')}
      method={batch ? 'PATCH' : 'POST'}
      path={batch ? `/api/v1/funds/batches/${batch.id}` : '/api/v1/funds/batches'}
      version={batch?.version}
      fields={FIELDS}
      file={{ label: t('file'), kept: batch?.file?.name }}
      done={batch ? common('saved') : t(begin?.lines?.length ? 'createdWithLines' : 'created')}
      onSaved={({ id }) => (batch ? undefined : `/funds/batches/${id}`)}
      bodyOf={(form) => ({
        ...(batch ? {} : { year, lines: begin?.lines }),
        ...{ documentNo: said(form, 'documentNo'), documentOn: said(form, 'documentOn'), title: said(form, 'title') },
        ...{ ...potOf(form), earmark: said(form, 'earmark'), total: sumSaid(form, 'total') },
      })}
    >
      {(errors) => (
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('name')} error={errors('title')} required className="sm:col-span-2">
            <Input name="title" maxLength={120} defaultValue={now?.title} />
          </Field>
          <Field label={t('documentNo')} hint={t('documentNoHint')} error={errors('documentNo')} required>
            <Input name="documentNo" maxLength={50} defaultValue={batch?.documentNo} />
          </Field>
          <Field label={t('documentOn')} error={errors('documentOn')} required>
            <Input name="documentOn" type="date" max={today} defaultValue={batch?.documentOn ?? today} />
          </Field>
          <Field label={common('source')} error={[...errors('source'), ...errors('kind')]} required>
            <Select
              name="money"
              defaultValue={`${now?.source ?? first?.source ?? ''}/${now?.kind ?? first?.kind ?? ''}`}
              options={money.map(({ source, kind }) => ({
                value: `${source}/${kind}`,
                label: sourceName(words, source, kind, locale),
              }))}
            />
          </Field>
          <Field label={t('purpose')} error={errors('earmark')} required>
            <Select
              name="earmark"
              defaultValue={batch?.earmark ?? 'general'}
              options={words.earmarks.map((one) => ({ value: one.code, label: inWords(one, one.code, locale) }))}
            />
          </Field>
          <Field label={t('total')} error={errors('total')} required>
            <Input name="total" inputMode="decimal" className="text-right tabular-nums" defaultValue={now?.total} />
          </Field>
        </div>
      )}
    </ActDialog>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { ActDialog, said, sumSaid } from '@/components/annual/act-dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import type { RewardAnswer, SeasonResult } from '@/lib/domain/scorecards/result-answers';

type Props = { seasonId: string; reward: RewardAnswer | null; today: string; trigger: ReactElement };

const FIELDS = ['amount', 'note', 'documentNo', 'documentOn'];

/** 登记奖励资金; entered again it replaces what stood. */
export function RewardDialog({ seasonId, reward, today, trigger }: Props) {
  const t = useTranslations('scoreResult.reward');
  return (
    <ActDialog<SeasonResult>
      title={t(reward ? 'change' : 'enter')}
      description={t('text')}
      trigger={trigger}
      action={t(reward ? 'change' : 'enter')}
      method="PUT"
      path={`/api/v1/scorecards/seasons/${seasonId}/reward`}
      version={reward?.version ?? 0}
      fields={FIELDS}
      file={{ label: t('file'), kept: reward?.file?.name }}
      done={t('saved')}
      bodyOf={(form) => ({
        ...{ amount: sumSaid(form, 'amount'), note: said(form, 'note') || null },
        ...{ documentNo: said(form, 'documentNo') || null, documentOn: said(form, 'documentOn') || null },
      })}
    >
      {(errors) => (
        <>
          <Field label={t('amountField')} error={errors('amount')} required>
            <Input
              name="amount"
              inputMode="decimal"
              className="text-right tabular-nums"
              defaultValue={reward?.amount ?? ''}
            />
          </Field>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={t('documentNo')} hint={t('documentHint')} error={errors('documentNo')} optional>
              <Input name="documentNo" maxLength={80} defaultValue={reward?.documentNo ?? ''} />
            </Field>
            <Field label={t('documentOn')} error={errors('documentOn')} optional>
              <Input name="documentOn" type="date" max={today} defaultValue={reward?.documentOn ?? ''} />
            </Field>
          </div>
          <Field label={t('note')} error={errors('note')} optional>
            <Textarea name="note" rows={2} maxLength={500} defaultValue={reward?.note ?? ''} />
          </Field>
        </>
      )}
    </ActDialog>
  );
}

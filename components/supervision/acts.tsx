'use client';

import { useTranslations } from 'next-intl';
import { said, saidOrNull } from '@/components/forms/said';
import { SendDialog } from '@/components/forms/send-dialog';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';

type Notice = { id: string; version: number };
type Name = 'close' | 'return' | 'prolong' | 'remind' | 'withdraw';
type Props = {
  notice: Notice;
  name: Name;
  done: 'closed' | 'returned' | 'prolonged' | 'reminded' | 'withdrawn';
  /** what is written, and whether it must be */
  text: { field: 'reason' | 'opinion' | 'note'; required: boolean };
  /** a new limit is asked for: the one that stands, in words, where it may be left */
  limit?: { stands: string | null };
  lead?: string;
  primary?: boolean;
};

/** One act of the prefecture bureau on a notice: a text, perhaps a new limit. */
function Act({ notice, name, done, text: { field, required }, limit, lead, primary }: Props) {
  const t = useTranslations('supervision');
  const hint = limit?.stands ? t('form.newLimitHint', { day: limit.stands }) : undefined;
  return (
    <SendDialog
      title={t(`act.${name}Title`)}
      trigger={<Button variant={primary ? 'primary' : undefined}>{t(`act.${name}`)}</Button>}
      action={t(`act.${name}`)}
      method="POST"
      path={`/api/v1/supervision/${notice.id}/${name}`}
      version={notice.version}
      body={(form) => ({
        [field]: required ? said(form, field) : saidOrNull(form, field),
        ...(limit ? { limitOn: limit.stands ? saidOrNull(form, 'limitOn') : said(form, 'limitOn') } : {}),
      })}
      done={t(`said.${done}`)}
      fields={[field, 'limitOn']}
    >
      {(errors) => (
        <>
          {lead && <p className="text-sm text-ink-2">{lead}</p>}
          <Field label={t(`form.${field}`)} error={errors(field)} required={required} optional={!required}>
            <Textarea name={field} rows={3} maxLength={500} />
          </Field>
          {limit && (
            <Field label={t('form.newLimit')} hint={hint} error={errors('limitOn')} required={!limit.stands}>
              <Input name="limitOn" type="date" />
            </Field>
          )}
        </>
      )}
    </SendDialog>
  );
}

const REASON = { field: 'reason', required: true } as const;

const OPINION = { field: 'opinion', required: false } as const;
const NOTE = { field: 'note', required: false } as const;

/** An answer goes back. `stands`: the limit in words, where it still can be kept; null: only with a new one. */
export const ReturnAct = ({ notice, stands }: { notice: Notice; stands: string | null }) => (
  <Act notice={notice} name="return" done="returned" text={REASON} limit={{ stands }} />
);

export function CloseAct({ notice }: { notice: Notice }) {
  const t = useTranslations('supervision');
  return <Act notice={notice} name="close" done="closed" text={OPINION} lead={t('act.closeText')} primary />;
}

export const ProlongAct = ({ notice }: { notice: Notice }) => (
  <Act notice={notice} name="prolong" done="prolonged" text={REASON} limit={{ stands: null }} />
);

export function RemindAct({ notice }: { notice: Notice }) {
  const t = useTranslations('supervision');
  return <Act notice={notice} name="remind" done="reminded" text={NOTE} lead={t('act.remindText')} primary />;
}

export function WithdrawAct({ notice }: { notice: Notice }) {
  const t = useTranslations('supervision');
  return <Act notice={notice} name="withdraw" done="withdrawn" text={REASON} lead={t('act.withdrawText')} />;
}

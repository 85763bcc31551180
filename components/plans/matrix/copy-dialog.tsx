'use client';

import { Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import { IconButton } from '@/components/ui/icon-button';
import { RadioGroup } from '@/components/ui/radio-group';
import { toast } from '@/components/ui/toast-store';
import { sentencesOf } from '@/lib/client/api';
import { useAct } from '@/lib/client/use-act';
import type { PlanView } from '@/lib/domain/plans/answers';

type Props = { plan: PlanView; from: string; onCopied: (plan: PlanView) => void; onClash: () => void };
interface Answer {
  plan: PlanView;
  copied: number;
  notCopied: number;
}

/** One building's choice for others. */
export function CopyDialog({ plan, from, onCopied, onClash }: Props) {
  const t = useTranslations('plans.copy');
  const [open, setOpen] = useState(false);
  const [to, setTo] = useState<ReadonlySet<string>>(new Set());
  const { act, busy, problem, forget } = useAct<Answer>(onClash);
  const name = plan.buildings.find(({ id }) => id === from)?.name ?? '';
  const others = plan.buildings.filter(({ id, retired }) => id !== from && !retired);
  const all = others.every(({ id }) => to.has(id));

  const choose = (id: string, chosen: boolean) => {
    const next = new Set(to);
    if (chosen) next.add(id);
    else next.delete(id);
    setTo(next);
  };

  async function copy(form: FormData) {
    const body = { from, to: [...to], mode: String(form.get('mode')) };
    const answer = await act('POST', `/api/v1/plans/${plan.id}/copy`, { body, version: plan.version });
    if (!answer || answer === true) return;
    toast(t(answer.notCopied > 0 ? 'doneBut' : 'done', { copied: answer.copied, notCopied: answer.notCopied }));
    onCopied(answer.plan);
    setOpen(false);
  }

  return (
    <FormDialog
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        forget();
      }}
      title={t('title', { name })}
      description={t('text')}
      action={t('action', { count: to.size })}
      busy={busy}
      disabled={to.size === 0}
      onSubmit={copy}
      trigger={
        <IconButton label={t('title', { name })} size="sm">
          <Copy aria-hidden="true" className="size-4" />
        </IconButton>
      }
    >
      {problem && <Banner tone="red" title={sentencesOf(problem).join(' ')} />}
      <Field label={t('to')} group>
        <div className="grid grid-cols-2 gap-x-4 gap-y-1 py-1 sm:grid-cols-3">
          <Checkbox
            label={t('all')}
            checked={all}
            onChange={({ target }) => setTo(new Set(target.checked ? others.map(({ id }) => id) : []))}
          />
          {others.map(({ id, name: other }) => (
            <Checkbox
              key={id}
              label={other}
              checked={to.has(id)}
              onChange={({ target }) => choose(id, target.checked)}
            />
          ))}
        </div>
      </Field>
      <Field label={t('mode')} group>
        <RadioGroup
          name="mode"
          defaultValue="fill"
          layout="column"
          options={[
            { value: 'fill', label: t('fill'), hint: t('fillHint') },
            { value: 'replace', label: t('replace'), hint: t('replaceHint') },
          ]}
        />
      </Field>
    </FormDialog>
  );
}

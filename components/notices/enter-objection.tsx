'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Combobox, type ComboOption } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import { api, fieldErrors } from '@/lib/client/api';
import type { VoteHome } from '@/lib/domain/votes/answers';
import { useSend } from './use-send';

/** The doors of the roll whose result is published, to say whose ballot it is about. */
function useDoors(roundId: string | null): readonly ComboOption[] {
  const [doors, setDoors] = useState<readonly ComboOption[]>([]);
  useEffect(() => {
    if (!roundId) return;
    const control = new AbortController();
    void api<{ items: VoteHome[] }>('GET', `/api/v1/rounds/${roundId}/households`, { signal: control.signal })
      .then((answer) => {
        if (!answer.ok) return;
        const nameOf = ({ buildingName, unitNo, room }: VoteHome) =>
          [buildingName, unitNo, room].filter(Boolean).join(' ');
        setDoors(answer.value.items.map((home) => ({ value: home.id, label: nameOf(home) })));
      })
      .catch(() => {});
    return () => control.abort();
  }, [roundId]);
  return doors;
}

type Props = { noticeId: string; roundId: string | null; onClose: () => void };

/** What somebody said at the desk or on the telephone; of a result also about which household. */
export function EnterObjection({ noticeId, roundId, onClose }: Props) {
  const t = useTranslations('notices.objections');
  const { send, busy, problem } = useSend();
  const [content, setContent] = useState('');
  const [contact, setContact] = useState('');
  const [householdId, setHouseholdId] = useState('');
  const doors = useDoors(roundId);

  async function submit() {
    const body = { content, ...(contact.trim() ? { contact } : {}), ...(householdId ? { householdId } : {}) };
    if (await send('POST', `/api/v1/notices/${noticeId}/objections`, { body, done: t('entered') })) onClose();
  }

  return (
    <FormDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('enter')}
      action={t('enter')}
      busy={busy}
      onSubmit={submit}
    >
      {problem && <Banner live tone="red" title={problem.detail} />}
      <Field label={t('content')} error={fieldErrors(problem, 'content')} required>
        <Textarea rows={5} value={content} maxLength={2_000} onChange={(event) => setContent(event.target.value)} />
      </Field>
      {roundId && (
        <Field label={t('about')} hint={t('aboutHint')} error={fieldErrors(problem, 'householdId')}>
          <Combobox options={doors} value={householdId} onChange={setHouseholdId} />
        </Field>
      )}
      <Field label={t('contact')} hint={t('contactHint')} error={fieldErrors(problem, 'contact')}>
        <Input value={contact} maxLength={60} onChange={(event) => setContact(event.target.value)} />
      </Field>
    </FormDialog>
  );
}

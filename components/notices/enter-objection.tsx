'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import { fieldErrors } from '@/lib/client/api';
import { useSend } from './use-send';

/** What somebody said at the desk or on the telephone. */
export function EnterObjection({ noticeId, onClose }: { noticeId: string; onClose: () => void }) {
  const t = useTranslations('notices.objections');
  const form = useId();
  const { send, busy, problem } = useSend();
  const [content, setContent] = useState('');
  const [contact, setContact] = useState('');

  async function submit() {
    const body = { content, ...(contact.trim() ? { contact } : {}) };
    if (await send('POST', `/api/v1/notices/${noticeId}/objections`, { body, done: t('entered') })) onClose();
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('enter')}
      actions={
        <Button type="submit" form={form} variant="primary" busy={busy}>
          {t('enter')}
        </Button>
      }
    >
      <form
        id={form}
        noValidate
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {problem && <Banner live tone="red" title={problem.detail} />}
        <Field label={t('content')} error={fieldErrors(problem, 'content')} required>
          <Textarea rows={5} value={content} maxLength={2_000} onChange={(event) => setContent(event.target.value)} />
        </Field>
        <Field label={t('contact')} hint={t('contactHint')} error={fieldErrors(problem, 'contact')}>
          <Input value={contact} maxLength={60} onChange={(event) => setContact(event.target.value)} />
        </Field>
      </form>
    </Dialog>
  );
}

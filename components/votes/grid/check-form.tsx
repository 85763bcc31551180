'use client';

import { CheckCheck, OctagonAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { toast } from '@/components/ui/toast-store';
import { sentencesOf } from '@/lib/client/api';
import { useAct } from '@/lib/client/use-act';

type Props = { roundId: string; ballotId: string; onDone: () => void };

/** The second person's look: right, or wrong and why. */
export function CheckForm({ roundId, ballotId, onDone }: Props) {
  const t = useTranslations('voteGrid.check');
  const { act, busy, problem } = useAct<{ checked: number }>();
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);

  async function say(verdict: 'right' | 'wrong') {
    const given = note.trim();
    setMissing(verdict === 'wrong' && !given);
    if (verdict === 'wrong' && !given) return;
    const check = { ballotId, verdict, ...(given && { note: given }) };
    if (!(await act('POST', `/api/v1/rounds/${roundId}/checks`, { body: { checks: [check] } }))) return;
    toast(t('done'));
    onDone();
  }

  return (
    <section aria-label={t('title')} className="space-y-3">
      <h3 className="font-semibold">{t('title')}</h3>
      <Field label={t('note')} hint={t('noteHint')} error={missing ? t('noteMissing') : undefined}>
        <Input value={note} maxLength={200} onChange={(event) => setNote(event.target.value)} />
      </Field>
      {problem && <Banner live tone="red" title={problem.title} list={sentencesOf(problem)} />}
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" busy={busy} icon={<CheckCheck aria-hidden="true" />} onClick={() => say('right')}>
          {t('right')}
        </Button>
        <Button
          variant="danger"
          disabled={busy}
          icon={<OctagonAlert aria-hidden="true" />}
          onClick={() => say('wrong')}
        >
          {t('wrong')}
        </Button>
      </div>
    </section>
  );
}

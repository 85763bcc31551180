'use client';

import { ArrowLeft, ArrowRight, Check, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { Kbd } from '@/components/ui/kbd';
import type { Verdict } from './use-checks';

type Props = {
  position: string;
  /** this one waits for this person's look */
  isOpen: boolean;
  busy: boolean;
  asksNote: boolean;
  onAskNote: (asks: boolean) => void;
  onSay: (verdict: Verdict, note?: string) => void;
  onStep: (by: 1 | -1) => void;
};

/** No keys where fingers are. */
const Key = ({ name }: { name: string }) => (
  <span aria-hidden="true" className="pointer-coarse:hidden">
    <Kbd>{name}</Kbd>
  </span>
);

/** The two answers and the way on; within a thumb's reach on a phone. */
export function CheckBar({ position, isOpen, busy, asksNote, onAskNote, onSay, onStep }: Props) {
  const t = useTranslations('voteDesk.checks');
  const input = useRef<HTMLInputElement>(null);
  const [missing, setMissing] = useState(false);

  function send(event: FormEvent) {
    event.preventDefault();
    const note = input.current?.value.trim() ?? '';
    setMissing(note === '');
    if (note) onSay('wrong', note);
  }

  return (
    <div className="z-10 border-t border-line bg-surface p-3 max-xl:sticky max-xl:bottom-0">
      {asksNote && isOpen ? (
        <form onSubmit={send} noValidate className="flex flex-wrap items-end gap-2">
          <Field
            label={t('note')}
            hint={t('noteHint')}
            error={missing ? t('noteHint') : undefined}
            required
            className="min-w-48 grow"
          >
            <Input ref={input} maxLength={200} autoFocus />
          </Field>
          <Button type="submit" variant="danger" busy={busy}>
            {t('sendWrong')}
          </Button>
          <Button variant="quiet" onClick={() => onAskNote(false)}>
            {t('back')}
          </Button>
        </form>
      ) : (
        <div className="flex flex-wrap items-center gap-2">
          {isOpen && (
            <>
              <Button
                variant="primary"
                busy={busy}
                icon={<Check aria-hidden="true" />}
                onClick={() => onSay('right')}
                className="max-sm:grow"
              >
                {t('right')} <Key name="1" />
              </Button>
              <Button
                variant="danger"
                disabled={busy}
                icon={<TriangleAlert aria-hidden="true" />}
                onClick={() => onAskNote(true)}
                className="max-sm:grow"
              >
                {t('wrong')} <Key name="2" />
              </Button>
            </>
          )}
          <span className="ml-auto text-sm text-ink-3">{position}</span>
          <IconButton label={t('previous')} onClick={() => onStep(-1)}>
            <ArrowLeft aria-hidden="true" />
          </IconButton>
          <IconButton label={t('next')} onClick={() => onStep(1)}>
            <ArrowRight aria-hidden="true" />
          </IconButton>
        </div>
      )}
    </div>
  );
}

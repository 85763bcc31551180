'use client';

import { PencilLine } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { buttonStyle } from '@/components/ui/button-style';
import type { Along } from '@/lib/client/outbox/store';
import type { Field, FieldFacts } from '@/lib/client/outbox/use-field';
import { isOpen } from '@/lib/domain/field/machine';
import { takenOf } from '@/lib/domain/field/types';

type GoneProps = { field: Field; along: Along; id: string; title: string; children: ReactNode };

/** What was taken along and is over: told until its officer has seen it. */
export function GoneCard({ field, along, id, title, children }: GoneProps) {
  const t = useTranslations('field.rounds');
  return (
    <Banner tone="amber" title={title} action={<Button onClick={() => field.remove(along, id)}>{t('seen')}</Button>}>
      {children}
    </Banner>
  );
}

type Props = {
  field: Field;
  facts: FieldFacts;
  along: Along;
  id: string;
  name: string;
  about: ReactNode;
  /** to the work */
  href: string;
  words: { work: string; removeText: string; asOf: string };
  children?: ReactNode;
};

/** Something that is on this device: what it is, the way to it, and away with it once nothing of it waits. */
export function TakenCard({ field, facts, along, id, name, about, href, words, children }: Props) {
  const t = useTranslations('field.rounds');
  const held = facts.records.filter((record) => takenOf(record) === id && isOpen(record)).length;
  return (
    <article className="space-y-3 rounded-lg border border-line bg-surface p-4 shadow-card">
      <div>
        <h3 className="font-semibold">{name}</h3>
        <p className="text-sm text-ink-3">{about}</p>
      </div>
      {children}
      <div className="flex items-center gap-2">
        <a href={href} className={buttonStyle('primary', 'lg', 'grow')}>
          <PencilLine aria-hidden="true" />
          {words.work}
        </a>
        <ConfirmDialog
          title={t('removeTitle', { name })}
          description={held > 0 ? t('removeHeld', { count: held }) : words.removeText}
          confirmLabel={t('remove')}
          danger
          onConfirm={() => (held > 0 ? false : field.remove(along, id))}
          trigger={
            <Button
              variant="quiet"
              size="lg"
              disabled={held > 0}
              title={held > 0 ? t('removeHeld', { count: held }) : undefined}
            >
              {t('remove')}
            </Button>
          }
        />
      </div>
      <p className="flex items-center justify-between gap-2 text-xs text-ink-3">
        {words.asOf}
        <Button variant="quiet" size="sm" busy={facts.busy} onClick={() => field.sendNow()}>
          {t('update')}
        </Button>
      </p>
    </article>
  );
}

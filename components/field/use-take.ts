'use client';

import { useTranslations } from 'next-intl';
import { toast } from '@/components/ui/toast-store';
import type { Heard } from '@/lib/client/outbox/ask';
import type { Field } from '@/lib/client/outbox/use-field';

type Take = (id: string) => Promise<string | null>;

/** Why it was not taken along, in words; null: it is here. */
function useWhyNot() {
  const t = useTranslations('field.rounds');
  return <P>(heard: Heard<P> | undefined, is: (taken: P) => { open: boolean; name: string }, notOpen: string) => {
    if (heard?.is === 'no') return heard.no.sentences.join('');
    if (heard?.is !== 'value') return t('noNetwork');
    const { open, name } = is(heard.value);
    if (!open) return notOpen;
    toast(t('taken', { name }));
    return null;
  };
}

/** Takes a round along and says so; answers why not. */
export function useTake(field: Field): Take {
  const t = useTranslations('field.rounds');
  const whyNot = useWhyNot();
  return async (id) =>
    whyNot(
      await field.take('rounds', id),
      ({ round, compound }) => ({ open: round.status === 'open', name: compound.name }),
      t('notOpen'),
    );
}

/** The same of a project. */
export function useTakeSite(field: Field): Take {
  const t = useTranslations('field.site');
  const whyNot = useWhyNot();
  return async (id) =>
    whyNot(
      await field.take('projects', id),
      ({ project }) => ({ open: project.status === 'active', name: project.name }),
      t('notOpen'),
    );
}

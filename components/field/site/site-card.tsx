'use client';

import { PencilLine } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { buttonStyle } from '@/components/ui/button-style';
import type { Field, FieldFacts } from '@/lib/client/outbox/use-field';
import { isOpen } from '@/lib/domain/field/machine';
import { type TakenProject, takenOf } from '@/lib/domain/field/types';
import { siteHref } from '../use-hash';

type Props = { field: Field; facts: FieldFacts; project: TakenProject };

/** A project that is on this device, and the way to it. */
export function SiteCard({ field, facts, project }: Props) {
  const t = useTranslations('field.site');
  const tr = useTranslations('field.rounds');
  const format = useFormatter();
  const taken = project.package;
  if (project.gone || !taken)
    return (
      <Banner
        tone="amber"
        title={project.title}
        action={<Button onClick={() => field.remove('projects', project.id)}>{tr('seen')}</Button>}
      >
        {t(project.gone ?? 'closed')}
      </Banner>
    );
  const held = facts.records.filter((record) => takenOf(record) === project.id && isOpen(record)).length;
  return (
    <article className="space-y-3 rounded-lg border border-line bg-surface p-4 shadow-card">
      <div>
        <h3 className="font-semibold">{taken.project.name}</h3>
        <p className="text-sm text-ink-3">
          {taken.project.code} · {t('stage', { stage: String(taken.project.stage) })}
        </p>
      </div>
      <div className="flex items-center gap-2">
        <a href={siteHref(project.id)} className={buttonStyle('primary', 'lg', 'grow')}>
          <PencilLine aria-hidden="true" />
          {t('work')}
        </a>
        <ConfirmDialog
          title={tr('removeTitle', { name: taken.project.name })}
          description={t('removeText')}
          confirmLabel={tr('remove')}
          danger
          onConfirm={() => field.remove('projects', project.id)}
          trigger={
            <Button
              variant="quiet"
              size="lg"
              disabled={held > 0}
              title={held > 0 ? tr('removeHeld', { count: held }) : undefined}
            >
              {tr('remove')}
            </Button>
          }
        />
      </div>
      <p className="flex items-center justify-between gap-2 text-xs text-ink-3">
        {t('asOf', { time: format.dateTime(project.askedAt, 'moment') })}
        <Button variant="quiet" size="sm" busy={facts.busy} onClick={() => field.sendNow()}>
          {tr('update')}
        </Button>
      </p>
    </article>
  );
}

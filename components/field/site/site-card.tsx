'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { Field, FieldFacts } from '@/lib/client/outbox/use-field';
import type { TakenProject } from '@/lib/domain/field/types';
import { GoneCard, TakenCard } from '../taken-card';
import { siteHref } from '../use-hash';

type Props = { field: Field; facts: FieldFacts; project: TakenProject };

/** A project that is on this device, and the way to it. */
export function SiteCard({ field, facts, project }: Props) {
  const t = useTranslations('field.site');
  const format = useFormatter();
  const taken = project.package;
  if (project.gone || !taken)
    return (
      <GoneCard field={field} along="projects" id={project.id} title={project.title}>
        {t(project.gone ?? 'closed')}
      </GoneCard>
    );
  const { name, code, stage } = taken.project;
  return (
    <TakenCard
      {...{ field, facts, along: 'projects', id: project.id, name, href: siteHref(project.id) }}
      about={`${code} · ${t('stage', { stage: String(stage) })}`}
      words={{
        ...{ work: t('work'), removeText: t('removeText') },
        asOf: t('asOf', { time: format.dateTime(project.askedAt, 'moment') }),
      }}
    />
  );
}

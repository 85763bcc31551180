'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import type { Field, FieldFacts } from '@/lib/client/outbox/use-field';
import type { ProjectRow } from '@/lib/domain/projects/answers';
import { Offer } from '../offer';
import { useTakeSite } from '../use-take';

type Props = { field: Field; facts: FieldFacts };

/** Projects under way that are not here yet: the first ones, or those that are called like what is typed. */
export function AvailableSites({ field, facts }: Props) {
  const t = useTranslations('field.site');
  const [q, setQ] = useState('');
  const here = new Set(facts.projects.filter(({ gone }) => !gone).map(({ id }) => id));
  const rest = facts.sites.filter(({ id }) => !here.has(id));
  const isAway = facts.contact !== 'ok';

  function find(event: FormEvent) {
    event.preventDefault();
    void field.find(q.trim());
  }

  return (
    <section aria-labelledby="available-sites" className="space-y-3">
      <h2 id="available-sites" className="font-semibold">
        {t('available')}
      </h2>
      {!isAway && (
        <search>
          <form onSubmit={find} className="flex gap-2">
            <Input
              type="search"
              aria-label={t('find')}
              placeholder={t('find')}
              className="grow"
              value={q}
              maxLength={100}
              onChange={(event) => setQ(event.target.value)}
            />
            <Button type="submit">{t('search')}</Button>
          </form>
        </search>
      )}
      {rest.length === 0 && <p className="text-sm text-ink-3">{t(isAway ? 'availableOffline' : 'availableNone')}</p>}
      {rest.length > 0 && (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {rest.map((project) => (
            <Available key={project.id} field={field} project={project} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Available({ field, project }: { field: Field; project: ProjectRow }) {
  const t = useTranslations('field.site');
  const take = useTakeSite(field);
  return (
    <Offer name={project.name} onTake={() => take(project.id)}>
      {project.county.name} · {project.code} ·{' '}
      <span className="whitespace-nowrap">{t('stage', { stage: String(project.stage) })}</span>
    </Offer>
  );
}

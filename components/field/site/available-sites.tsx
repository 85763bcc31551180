'use client';

import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import type { Field, FieldFacts } from '@/lib/client/outbox/use-field';
import type { ProjectRow } from '@/lib/domain/projects/answers';
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
  const t = useTranslations('field.rounds');
  const site = useTranslations('field.site');
  const take = useTakeSite(field);
  const [busy, setBusy] = useState(false);
  const [why, setWhy] = useState<string | null>(null);

  async function press() {
    setBusy(true);
    setWhy(await take(project.id));
    setBusy(false);
  }

  return (
    <li className="space-y-2 px-4 py-3">
      <div className="flex items-center gap-3">
        <div className="min-w-0 grow">
          <p className="truncate font-medium">{project.name}</p>
          <p className="text-sm text-ink-3">
            {project.county.name} · {project.code} · {site('stage', { stage: String(project.stage) })}
          </p>
        </div>
        <Button busy={busy} icon={<Download aria-hidden="true" />} onClick={press}>
          {t('take')}
        </Button>
      </div>
      {why && <Banner tone="red" live title={t('takeFailed')} list={[why]} />}
    </li>
  );
}

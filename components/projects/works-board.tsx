'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Card } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import { PhotoLink } from '@/components/ui/photo-link';
import { Progress } from '@/components/ui/progress';
import { StatusLight } from '@/components/ui/status-light';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { placeKey } from '@/lib/domain/projects/completions';
import type { PlannedItem, WorksAnswer } from '@/lib/domain/projects/works-answers';
import { formatDate } from '@/lib/format/date';
import { ReportDialog } from './forms/report-dialog';

type Props = {
  projectId: string;
  works: WorksAnswer;
  names: Readonly<Record<string, string>>;
  today: string;
  mayReport: boolean;
};

const keyOf = ({ compound, building, item }: PlannedItem) =>
  placeKey({ compoundId: compound.id, buildingId: building?.id ?? null, item });

interface Group {
  name: string;
  items: PlannedItem[];
  places: Map<string, PlannedItem[]>;
}

/** In the order of the list: each compound with its places, the compound itself first. */
function grouped(items: readonly PlannedItem[]) {
  const compounds = new Map<string, Group>();
  for (const one of items) {
    const begun: Group = { name: one.compound.name, items: [], places: new Map() };
    const compound = compounds.get(one.compound.id) ?? begun;
    const place = one.building?.id ?? '';
    compound.items.push(one);
    compound.places.set(place, [...(compound.places.get(place) ?? []), one]);
    compounds.set(one.compound.id, compound);
  }
  return [...compounds];
}

/** What is planned and what is done, place by place; one or many are reported complete at once. */
export function WorksBoard({ projectId, works, names, today, mayReport }: Props) {
  const t = useTranslations('projects.works');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const open = works.items.filter(({ completion }) => !completion);
  const chosen = open.filter((one) => ticked.has(keyOf(one)));

  function put(items: readonly PlannedItem[], isIn: boolean) {
    const next = new Set(ticked);
    for (const one of items) isIn ? next.add(keyOf(one)) : next.delete(keyOf(one));
    setTicked(next);
  }

  return (
    <div className="space-y-4">
      {grouped(works.items).map(([id, { name, items, places }]) => (
        <CompoundWorks key={id} name={name} items={items}>
          {[...places].map(([place, list]) => (
            <PlaceWorks key={place} {...{ projectId, names, mayReport, ticked }} items={list} onTick={put} />
          ))}
        </CompoundWorks>
      ))}
      {mayReport && open.length > 0 && (
        <section
          aria-label={t('report')}
          className="no-print sticky bottom-0 z-10 flex items-center justify-between gap-4 rounded-lg border border-line bg-surface p-4 shadow-card"
        >
          <p role="status" className="text-sm text-ink-2">
            {t('chosen', { count: chosen.length })}
          </p>
          <ReportDialog {...{ projectId, today }} items={chosen} onDone={() => setTicked(new Set())} />
        </section>
      )}
    </div>
  );
}

type CompoundProps = { name: string; items: readonly PlannedItem[]; children: ReactNode };

function CompoundWorks({ name, items, children }: CompoundProps) {
  const t = useTranslations('projects.works');
  const done = items.filter(({ completion }) => completion).length;
  return (
    <Card
      title={name}
      description={
        <div className="mt-1 max-w-md">
          <Progress
            label={name}
            done={done}
            total={items.length}
            tone={done === items.length ? 'green' : 'accent'}
            text={t('doneOf', { done, total: items.length })}
          />
        </div>
      }
    >
      <div className="divide-y divide-line">{children}</div>
    </Card>
  );
}

type PlaceProps = Pick<Props, 'projectId' | 'names' | 'mayReport'> & {
  items: readonly PlannedItem[];
  ticked: ReadonlySet<string>;
  onTick: (items: readonly PlannedItem[], isIn: boolean) => void;
};

function PlaceWorks({ projectId, names, mayReport, items, ticked, onTick }: PlaceProps) {
  const t = useTranslations('projects.works');
  const locale = useLocale();
  const place = items[0]?.building?.name ?? t('wholeCompound');
  const open = items.filter(({ completion }) => !completion);
  const all = open.length > 0 && open.every((one) => ticked.has(keyOf(one)));
  return (
    <section aria-label={place} className="py-3 first:pt-0 last:pb-0">
      <div className="mb-1.5 flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="text-sm font-semibold">{place}</h3>
        <span className="text-sm text-ink-3">
          {t('doneOf', { done: items.length - open.length, total: items.length })}
        </span>
        {mayReport && open.length > 1 && (
          <Checkbox label={t('all')} checked={all} onChange={(event) => onTick(open, event.target.checked)} />
        )}
      </div>
      <ul className="grid grid-cols-1 items-start gap-x-6 gap-y-1 text-sm sm:grid-cols-2 xl:grid-cols-3">
        {items.map((one) => {
          const name = names[one.item] ?? one.item;
          const { completion } = one;
          if (!completion)
            return (
              <li key={one.item}>
                {mayReport ? (
                  <Checkbox
                    label={name}
                    checked={ticked.has(keyOf(one))}
                    onChange={(event) => onTick([one], event.target.checked)}
                  />
                ) : (
                  <StatusLight light="neutral">{name}</StatusLight>
                )}
              </li>
            );
          return (
            <li key={one.item} className="flex flex-wrap items-center gap-x-2">
              <StatusLight light="green">{name}</StatusLight>
              <span className="text-ink-3">{formatDate(calendarDateOf(completion.completedOn), locale)}</span>
              {mayReport && (
                <ReasonDialog
                  title={t('retireTitle', { name: `${place} ${name}` })}
                  action={t('retire')}
                  path={`/api/v1/projects/${projectId}/completions/${completion.id}/retire`}
                  done={t('retired')}
                  trigger={
                    <button type="button" className="text-link text-xs" aria-label={`${t('retire')} ${name}`}>
                      {t('retire')}
                    </button>
                  }
                />
              )}
              <DonePhotos completion={completion} name={`${place} ${name}`} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

type DoneProps = { completion: NonNullable<PlannedItem['completion']>; name: string };

function DonePhotos({ completion: { beforeFileId, photoFileId }, name }: DoneProps) {
  const t = useTranslations('projects.works');
  if (!beforeFileId && !photoFileId) return null;
  return (
    <span className="flex basis-full gap-2 py-1">
      {beforeFileId && (
        <PhotoLink id={beforeFileId} caption={t('before')} alt={t('photoOf', { name, what: t('beforePhoto') })} />
      )}
      {photoFileId && (
        <PhotoLink id={photoFileId} caption={t('after')} alt={t('photoOf', { name, what: t('afterPhoto') })} />
      )}
    </span>
  );
}

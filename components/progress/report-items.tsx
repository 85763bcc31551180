'use client';

import { useTranslations } from 'next-intl';
import { FieldErrors } from '@/components/ui/field-errors';
import { Input } from '@/components/ui/input';
import { StatusLight } from '@/components/ui/status-light';
import { byPlace, keyOfPlanned, type PlannedView, type ReportValues } from '@/lib/domain/progress/filled';

type Props = {
  planned: readonly PlannedView[];
  names: Readonly<Record<string, string>>;
  values: ReportValues;
  onPercents: (percents: Record<string, string>) => void;
  onReason: (key: string, reason: string) => void;
  errors: (key: string) => readonly string[];
};

/** 各项进度, place by place: last month's stands there, what has changed is typed; a whole building is set at once. */
export function ReportItems({ planned, names, values, onPercents, onReason, errors }: Props) {
  const t = useTranslations('progress.form');
  return (
    <div className="space-y-5">
      {byPlace(planned).map((compound) => (
        <section key={compound.id} aria-label={compound.name}>
          <h3 className="mb-2 font-semibold">{compound.name}</h3>
          <div className="divide-y divide-line rounded-md border border-line">
            {compound.places.map(({ id, name, items }) => {
              const place = name ?? t('wholeCompound');
              const open = items.filter(({ completed }) => !completed);
              return (
                <section key={id} aria-label={`${compound.name} ${place}`} className="p-3">
                  <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
                    <h4 className="text-sm font-medium">{place}</h4>
                    {open.length > 1 && (
                      <span className="flex items-center gap-2 text-sm text-ink-2">
                        {t('fillPlace')}
                        <Input
                          className="w-20 text-right"
                          inputMode="numeric"
                          maxLength={3}
                          aria-label={t('fillLabel', { place: `${compound.name} ${place}` })}
                          onChange={({ target }) =>
                            onPercents(Object.fromEntries(open.map((one) => [keyOfPlanned(one), target.value])))
                          }
                        />
                        %
                      </span>
                    )}
                  </div>
                  <ul className="grid gap-x-8 gap-y-2 lg:grid-cols-2">
                    {items.map((one) => (
                      <Item
                        key={one.item}
                        one={one}
                        name={names[one.item] ?? one.item}
                        place={`${compound.name} ${place}`}
                        percent={values.percents[keyOfPlanned(one)] ?? ''}
                        reason={values.reasons[keyOfPlanned(one)] ?? ''}
                        errors={errors(keyOfPlanned(one))}
                        onPercent={(text) => onPercents({ [keyOfPlanned(one)]: text })}
                        onReason={(text) => onReason(keyOfPlanned(one), text)}
                      />
                    ))}
                  </ul>
                </section>
              );
            })}
          </div>
        </section>
      ))}
    </div>
  );
}

type ItemProps = {
  one: PlannedView;
  name: string;
  place: string;
  percent: string;
  reason: string;
  errors: readonly string[];
  onPercent: (text: string) => void;
  onReason: (text: string) => void;
};

function Item({ one, name, place, percent, reason, errors, onPercent, onReason }: ItemProps) {
  const t = useTranslations('progress.form');
  if (one.completed)
    return (
      <li className="flex min-h-9 items-center justify-between gap-3 text-sm">
        <span>{name}</span>
        <StatusLight light="green">100% · {t('completed')}</StatusLight>
      </li>
    );
  const isLess = percent.trim() !== '' && Number(percent) < one.last;
  return (
    <li className="text-sm">
      <div className="flex items-center justify-between gap-3">
        <span className="min-w-0">
          {name}
          <span className="ml-2 whitespace-nowrap text-ink-3">{t('last', { percent: one.last })}</span>
        </span>
        <span className="flex shrink-0 items-center gap-1">
          <Input
            className="w-20 text-right"
            inputMode="numeric"
            maxLength={4}
            aria-label={t('percentOf', { name: `${place} ${name}` })}
            aria-invalid={errors.length > 0 || undefined}
            value={percent}
            onChange={({ target }) => onPercent(target.value)}
          />
          %
        </span>
      </div>
      {isLess && (
        <span className="mt-1 flex items-center gap-2 text-ink-2">
          <span className="shrink-0">{t('backReason')}</span>
          <Input
            className="grow"
            maxLength={200}
            aria-label={`${place} ${name} ${t('backReason')}`}
            value={reason}
            onChange={({ target }) => onReason(target.value)}
          />
        </span>
      )}
      <FieldErrors errors={errors} />
    </li>
  );
}

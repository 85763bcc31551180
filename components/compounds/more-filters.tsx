'use client';

import * as slidersHorizontal from 'lucide-react/icons/sliders-horizontal';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { drawing, Glyph } from '@/components/ui/glyph';
import { Input } from '@/components/ui/input';
import { Popover } from '@/components/ui/popover';
import { Select, type SelectOption } from '@/components/ui/select';
import { hrefWith, type Params } from '@/components/ui/url';
import { COMPOUND_STATUS_LABELS, CONDITION_LABELS, WILLINGNESS_LABELS } from '@/lib/domain/compounds/labels';
import { COMPOUND_STATUSES, CONDITIONS, WILLINGNESS } from '@/lib/domain/compounds/types';
import { type Label, labelIn } from '@/lib/domain/kernel/label';
import { AGAINST, DEFICIENT, MISSING } from './short-reasons';

const SLIDERS = drawing(slidersHorizontal);

const NAMES = ['reason', 'missing', 'ready', 'yearFrom', 'yearTo', 'facility', 'condition', 'willingness', 'status'];

/** The rarer conditions, applied together. */
export function MoreFilters({ params, facilities }: { params: Params; facilities: readonly SelectOption[] }) {
  const t = useTranslations('compounds');
  const locale = useLocale();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const set = NAMES.filter((name) => params[name]).length;

  function apply(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const changes = Object.fromEntries(NAMES.map((name) => [name, String(given.get(name) ?? '').trim() || undefined]));
    setOpen(false);
    router.push(hrefWith('/compounds', params, { ...changes, cursor: undefined }), { scroll: false });
  }

  const words = <K extends string>(keys: readonly K[], labels: Record<K, Label>) =>
    keys.map((key) => ({ value: key, label: labelIn(labels[key], locale) }));
  const short = (codes: readonly (typeof AGAINST | typeof DEFICIENT | typeof MISSING)[number][]) =>
    codes.map((code) => ({ value: code, label: t(`short.${code}`) }));
  const choices: [string, SelectOption[]][] = [
    ['reason', short([...AGAINST, ...DEFICIENT])],
    ['missing', short(MISSING)],
    [
      'ready',
      [
        { value: 'yes', label: t('filters.readyYes') },
        { value: 'no', label: t('filters.readyNo') },
      ],
    ],
    ['facility', [...facilities]],
    ['condition', words(CONDITIONS, CONDITION_LABELS)],
    ['willingness', [...words(WILLINGNESS, WILLINGNESS_LABELS), { value: 'unknown', label: t('filters.unknown') }]],
    [
      'status',
      [
        ...words(
          COMPOUND_STATUSES.filter((status) => status !== 'active'),
          COMPOUND_STATUS_LABELS,
        ),
        { value: 'all', label: t('filters.statusAll') },
      ],
    ],
  ];
  const one = (name: string) => [params[name] ?? ''].flat()[0] ?? '';
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      align="end"
      label={t('filters.more')}
      className="w-[min(34rem,calc(100vw-1.5rem))] max-w-none!"
      trigger={
        <Button icon={<Glyph of={SLIDERS} />}>
          {t('filters.more')}
          {set > 0 && <span className="rounded-sm bg-accent-soft px-1.5 text-xs text-accent-ink">{set}</span>}
        </Button>
      }
    >
      <form onSubmit={apply} className="grid max-h-[70dvh] gap-3 overflow-auto p-0.5 sm:grid-cols-2">
        {choices.map(([name, options]) => (
          <Field key={name} label={t(`filters.${name}` as 'filters.reason')}>
            <Select name={name} defaultValue={one(name)} placeholder="—" options={options} />
          </Field>
        ))}
        <div className="grid grid-cols-2 gap-3">
          <Field label={t('filters.yearFrom')}>
            <Input name="yearFrom" inputMode="numeric" pattern="(19|20)\d\d" defaultValue={one('yearFrom')} />
          </Field>
          <Field label={t('filters.yearTo')}>
            <Input name="yearTo" inputMode="numeric" pattern="(19|20)\d\d" defaultValue={one('yearTo')} />
          </Field>
        </div>
        <div className="flex justify-end sm:col-span-2">
          <Button type="submit" variant="primary">
            {t('filters.apply')}
          </Button>
        </div>
      </form>
    </Popover>
  );
}

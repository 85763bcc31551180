'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { FieldErrors } from '@/components/ui/field-errors';
import { EMPTY_FOUND, type PointValues } from '@/lib/domain/inspections/filled';
import type { Sighting } from '@/lib/domain/inspections/repeats';
import type { Worded } from '@/lib/domain/projects/choices';
import type { CheckPoint } from '@/lib/domain/rulebook/schema-site';
import { FoundFields } from './found-fields';
import { ResultButtons } from './result-buttons';

type Props = {
  points: readonly CheckPoint[];
  kinds: readonly Worded[];
  /** names of the menu's items */
  names: Readonly<Record<string, string>>;
  parties: readonly { id: string; name: string }[];
  values: Readonly<Record<string, PointValues>>;
  onChange: (code: string, values: PointValues) => void;
  photos: (code: string) => Blob | undefined;
  onPhoto: (code: string, photo: Blob | undefined) => void;
  sightingOf: (code: string) => Sighting;
  /** refusals of a point ('' for the point itself, else the field of its finding) */
  errors: (code: string, field: string) => string[];
};

/** The points of a place, item by item, what holds everywhere last. */
export function Checklist(props: Props) {
  const t = useTranslations('inspections');
  const { points, names } = props;
  const groups = [...new Set(points.map(({ item }) => item))].sort((a, b) => Number(a === null) - Number(b === null));
  return groups.map((item) => (
    <Card key={item ?? 'general'} title={item === null ? t('general') : (names[item] ?? item)}>
      <ol className="divide-y divide-line">
        {points
          .filter((point) => point.item === item)
          .map((point) => (
            <Point key={point.code} {...props} point={point} />
          ))}
      </ol>
    </Card>
  ));
}

function Point({
  point,
  kinds,
  parties,
  values,
  onChange,
  photos,
  onPhoto,
  sightingOf,
  errors,
}: Props & { point: CheckPoint }) {
  const t = useTranslations('inspections.form');
  const locale = useLocale();
  const { code } = point;
  const { result, found = EMPTY_FOUND } = values[code] ?? {};
  const name = locale === 'en' ? point.nameEn : point.name;
  const kind = kinds.find((one) => one.code === point.kind);
  const isWrong = result === 'fail';
  return (
    <li className="py-4 first:pt-0 last:pb-0">
      <div className="gap-x-6 lg:grid lg:grid-cols-[minmax(0,1fr)_24rem] lg:items-center">
        <p className="flex items-start justify-between gap-3 max-lg:mb-2">
          <span>{name}</span>
          <Badge className="mt-0.5 shrink-0">{locale === 'en' ? kind?.nameEn : kind?.name}</Badge>
        </p>
        <ResultButtons
          name={code}
          legend={t('result', { name })}
          value={result}
          onChoose={(chosen) => onChange(code, { found, result: chosen })}
        />
      </div>
      <FieldErrors errors={errors(code, '')} />
      {isWrong && (
        <FoundFields
          found={found}
          onChange={(next) => onChange(code, { result, found: next })}
          parties={parties}
          photo={photos(code)}
          onPhoto={(photo) => onPhoto(code, photo)}
          sighting={sightingOf(code)}
          errors={(field) => errors(code, field)}
        />
      )}
    </li>
  );
}

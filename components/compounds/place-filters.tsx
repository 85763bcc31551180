import { useLocale } from 'next-intl';
import { FilterSelect } from '@/components/ui/filter-select';
import type { Place } from '@/lib/domain/compounds/answers';
import { unitOptions } from '@/lib/format/unit-name';

const KINDS = ['county', 'subdistrict', 'community'] as const;

type Props = {
  places: readonly Place[];
  /** What each filter is called; a kind without a word is not asked for. */
  labels: Partial<Record<Place['kind'], string | false>>;
  /** The town that is chosen: communities elsewhere are no choice. */
  subdistrict?: string;
};

/** Where the compounds of a list lie. */
export function PlaceFilters({ places, labels, subdistrict }: Props) {
  const locale = useLocale();
  const inside = places.filter(
    ({ kind, subdistrictId }) => kind !== 'community' || !subdistrict || subdistrictId === subdistrict,
  );
  return KINDS.map((name) => {
    const label = labels[name];
    const there = inside.filter(({ kind }) => kind === name);
    return (
      label &&
      there.length > 0 && <FilterSelect key={name} name={name} label={label} options={unitOptions(there, locale)} />
    );
  });
}

import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ResidentsView } from '@/components/residents/residents-view';
import { unitName } from '@/lib/format/unit-name';
import { unitsForResidents } from '@/lib/server/units/for-residents';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('residents'))('titleNoUnit') };
}

/** The front page of the residents' address: whose it is, what it is for, and whom to ask. */
export default async function ResidentsPage() {
  const [units, locale] = await Promise.all([unitsForResidents(), getLocale()]);
  const nameOf = (unit: (typeof units)[number]) => unitName(unit, locale);
  const prefecture = units.find(({ kind }) => kind === 'prefecture');
  return (
    <ResidentsView
      prefecture={prefecture && nameOf(prefecture)}
      counties={units.filter(({ kind }) => kind === 'county').map(nameOf)}
    />
  );
}

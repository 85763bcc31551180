import { nameKey } from './compound-reference';

/** What a row or a record says about where a compound stands; names of units as they are written. */
export interface Whereabouts {
  subdistrict: string | null;
  community: string | null;
  address: string | null;
}

export const whereabouts = (values: Readonly<Record<string, unknown>>): Whereabouts => {
  const text = (value: unknown) => (nameKey(value) === '' ? null : String(value));
  return {
    subdistrict: text(values.subdistrict),
    community: text(values.community),
    address: text(values.address),
  };
};

const differ = (a: string | null, b: string | null) => a !== null && b !== null && nameKey(a) !== nameKey(b);
const agree = (a: string | null, b: string | null) => a !== null && b !== null && nameKey(a) === nameKey(b);

/**
 * Of two compounds of one name: `apart` where their subdistrict or community says so; `perhaps` where only the addresses differ, which
 * may be one place written twice; else nothing tells them apart. What is left blank says nothing.
 */
export function toldApart(a: Whereabouts, b: Whereabouts): 'apart' | 'perhaps' | 'not' {
  if (differ(a.subdistrict, b.subdistrict) || differ(a.community, b.community)) return 'apart';
  return differ(a.address, b.address) ? 'perhaps' : 'not';
}

/** Of several records of one name the one that a row means: the only one that stands where the row says; null where that is none or more. */
export function standingThere<C>(row: Whereabouts, known: readonly C[], whereOf: (one: C) => Whereabouts): C | null {
  const there = known.filter((one) => {
    const where = whereOf(one);
    const placed = agree(row.community, where.community) || agree(row.subdistrict, where.subdistrict);
    return placed && toldApart(row, where) !== 'apart';
  });
  const exactly = there.filter((one) => agree(row.address, whereOf(one).address));
  const meant = exactly.length > 0 ? exactly : there.filter((one) => toldApart(row, whereOf(one)) === 'not');
  return meant.length === 1 ? (meant[0] ?? null) : null;
}

/** How a cell names a compound beside its name: 建行小区（金山镇）. */
export const placeNames = ({ subdistrict, community, address }: Whereabouts): string[] =>
  [community, subdistrict, address].flatMap((name) => name ?? []);

/** The shortest way to say in a cell which of several compounds of one name is meant; null where their places do not tell it. */
export function qualifierAmong(one: Whereabouts, others: readonly Whereabouts[]): string | null {
  const unique = (name: string) => !others.some((other) => placeNames(other).some((their) => agree(their, name)));
  const { subdistrict, community, address } = one;
  return [subdistrict, community, address].find((name): name is string => name !== null && unique(name)) ?? null;
}

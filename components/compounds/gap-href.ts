const ON_PAGE: Record<string, string> = {
  buildings: '#buildings',
  units: '#buildings',
  floorArea: '#buildings',
  households: '#register',
  exclusiveArea: '#register',
  photos: '#photos',
};

/** Where a missing fact is put right: the very field of the form, or the part of the page. */
export function hrefOfGap(compoundId: string, field: string | undefined): string {
  const here = ON_PAGE[field ?? ''];
  return here ? `/compounds/${compoundId}${here}` : `/compounds/${compoundId}/edit#${field ?? 'name'}`;
}

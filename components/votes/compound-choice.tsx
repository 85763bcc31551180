'use client';

import { useLocale } from 'next-intl';
import { useState } from 'react';
import { Combobox, type ComboOption } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { api } from '@/lib/client/api';
import { useLatest } from '@/lib/client/use-latest';
import type { Locale } from '@/lib/domain/kernel/label';
import type { NamedUnit } from '@/lib/domain/units/named';
import { unitName } from '@/lib/format/unit-name';

export interface Choice {
  id: string;
  name: string;
  code: string;
  place: string | null;
  placeEn: string | null;
}

interface Found {
  items: { id: string; name: string; code: string; community: NamedUnit | null }[];
}

const optionIn =
  (locale: Locale) =>
  ({ id, name, code, place, placeEn }: Choice): ComboOption => ({
    value: id,
    label: name,
    note: [place && unitName({ name: place, nameEn: placeEn }, locale), code].filter(Boolean).join(' · '),
  });

type Props = {
  label: string;
  hint: string;
  /** shown before anything is typed; what is chosen is among them */
  first: readonly Choice[];
  value: string;
  error?: readonly string[];
  onChange: (id: string) => void;
};

/** A compound of the territory, found as the list of compounds finds it: by name, pinyin or code. */
export function CompoundChoice({ label, hint, first, value, error, onChange }: Props) {
  const [found, setFound] = useState<readonly ComboOption[]>();
  const latest = useLatest();
  const optionOf = optionIn(useLocale());

  async function find(text: string) {
    const search = new URLSearchParams({ q: text.trim(), limit: '20' });
    const isBlank = text.trim() === '';
    const answer = await latest(async () => (isBlank ? null : api<Found>('GET', `/api/v1/compounds?${search}`)));
    if (answer === null) return setFound(undefined);
    if (!answer?.ok) return;
    setFound(
      answer.value.items.map(({ community, ...one }) =>
        optionOf({ ...one, place: community?.name ?? null, placeEn: community?.nameEn ?? null }),
      ),
    );
  }

  return (
    <Field label={label} hint={hint} error={error} required>
      <Combobox options={found ?? first.map(optionOf)} value={value} onSearch={find} onChange={onChange} />
    </Field>
  );
}

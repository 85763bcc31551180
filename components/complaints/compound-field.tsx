'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Combobox, type ComboOption } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { api } from '@/lib/client/api';

interface Found {
  items: { id: string; name: string; code: string; community: { name: string } | null }[];
}

type Props = { value: string; error?: readonly string[]; onChange: (id: string) => void };

/** A compound of the territory by name, pinyin or code; or none. */
export function CompoundField({ value, error, onChange }: Props) {
  const t = useTranslations('complaints.form');
  const [found, setFound] = useState<readonly ComboOption[]>([]);
  const asked = useRef(0);

  async function find(text: string) {
    asked.current += 1;
    const turn = asked.current;
    if (text.trim() === '') return;
    const search = new URLSearchParams({ q: text.trim(), limit: '20' });
    const answer = await api<Found>('GET', `/api/v1/compounds?${search}`);
    // an answer to what was typed before comes too late
    if (turn !== asked.current || !answer.ok) return;
    setFound(
      answer.value.items.map(({ id, name, code, community }) => ({
        value: id,
        label: name,
        note: [community?.name, code].filter(Boolean).join(' · '),
      })),
    );
  }

  return (
    <Field label={t('compound')} hint={t('compoundHint')} error={error}>
      <Combobox options={found} value={value} onSearch={find} onChange={onChange} />
    </Field>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Combobox, type ComboOption } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { api } from '@/lib/client/api';
import { useLatest } from '@/lib/client/use-latest';

type Props = { value: string; error?: readonly string[]; onChange: (id: string) => void };
type SearchProps<Found> = Props & {
  label: string;
  hint: string;
  /** the list that is searched */
  path: string;
  optionOf: (found: Found) => ComboOption | null;
};

/** Something of the territory, found as its list finds it; or none. */
function AboutField<Found>({ value, error, onChange, label, hint, path, optionOf }: SearchProps<Found>) {
  const [options, setOptions] = useState<readonly ComboOption[]>([]);
  const latest = useLatest();

  async function find(text: string) {
    const search = new URLSearchParams({ q: text.trim(), limit: '20' });
    if (text.trim() === '') return;
    const answer = await latest(() => api<{ items: Found[] }>('GET', `${path}?${search}`));
    if (answer?.ok) setOptions(answer.value.items.flatMap((one) => optionOf(one) ?? []));
  }

  return (
    <Field label={label} hint={hint} error={error}>
      <Combobox options={options} value={value} onSearch={find} onChange={onChange} />
    </Field>
  );
}

const noted = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(' · ');

type Compound = { id: string; name: string; code: string; community: { name: string } | null };
export function CompoundField(props: Props) {
  const t = useTranslations('complaints.form');
  const optionOf = ({ id, name, code, community }: Compound) => ({
    ...{ value: id, label: name },
    note: noted(community?.name, code),
  });
  return (
    <AboutField
      {...props}
      label={t('compound')}
      hint={t('compoundHint')}
      path="/api/v1/compounds"
      optionOf={optionOf}
    />
  );
}

type Project = { id: string; name: string; code: string };
export function ProjectField(props: Props) {
  const t = useTranslations('complaints.form');
  const optionOf = ({ id, name, code }: Project) => ({ value: id, label: name, note: code });
  return (
    <AboutField {...props} label={t('project')} hint={t('projectHint')} path="/api/v1/projects" optionOf={optionOf} />
  );
}

type Notice = { id: string; title: string; status: string; documentNo: string | null; issuer: string };
/** What was published: a draft is nothing that anybody writes about. */
export function NoticeField(props: Props) {
  const t = useTranslations('complaints.form');
  const optionOf = ({ id, title, status, documentNo, issuer }: Notice) =>
    status === 'draft' ? null : { value: id, label: title, note: noted(documentNo, issuer) };
  return (
    <AboutField {...props} label={t('notice')} hint={t('noticeHint')} path="/api/v1/notices" optionOf={optionOf} />
  );
}

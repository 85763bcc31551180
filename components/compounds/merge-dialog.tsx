'use client';

import { X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Combobox, type ComboOption } from '@/components/ui/combobox';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { RadioGroup } from '@/components/ui/radio-group';
import { Textarea } from '@/components/ui/textarea';
import { api } from '@/lib/client/api';
import { useLatest } from '@/lib/client/use-latest';
import type { Named } from '@/lib/domain/compounds/answers';
import { ProblemNote } from './problem-note';
import { useSave } from './use-save';

type Found = { items: { id: string; name: string; code: string }[] };
type Props = { compound: Named; countyId: string; onClose: () => void };

export function MergeDialog({ compound, countyId, onClose }: Props) {
  const t = useTranslations('compounds');
  const router = useRouter();
  const { save, busy, problem } = useSave();
  const [chosen, setChosen] = useState<Named[]>([compound]);
  const [survivor, setSurvivor] = useState(compound.id);
  const [options, setOptions] = useState<ComboOption[]>([]);
  const [reason, setReason] = useState('');
  const [document, setDocument] = useState('');
  const latest = useLatest();

  async function find(text: string) {
    const search = new URLSearchParams({ q: text, county: countyId, limit: '20' });
    const answer = await latest(() => api<Found>('GET', `/api/v1/compounds?${search}`));
    if (!answer?.ok) return;
    const taken = new Set(chosen.map((one) => one.id));
    setOptions(
      answer.value.items
        .filter(({ id }) => !taken.has(id))
        .map(({ id, name, code }) => ({ value: id, label: name, note: code })),
    );
  }

  function add(id: string) {
    const option = options.find((one) => one.value === id);
    if (option) setChosen([...chosen, { id, name: option.label }]);
    setOptions([]);
  }

  async function merge() {
    const body = {
      compoundIds: chosen.map((one) => one.id),
      survivorId: survivor,
      reason,
      documentNo: document.trim() || null,
    };
    const name = chosen.find((one) => one.id === survivor)?.name ?? '';
    if (!(await save('POST', '/api/v1/compounds/merge', { body }, t('merge.done', { name })))) return;
    onClose();
    router.push(`/compounds/${survivor}`);
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('merge.title')}
      description={t('merge.description')}
      actions={
        <Button variant="primary" busy={busy} disabled={chosen.length < 2 || reason.trim() === ''} onClick={merge}>
          {t('merge.confirm')}
        </Button>
      }
    >
      <div className="grid gap-4">
        <Field label={t('merge.others')}>
          <Combobox
            key={chosen.length}
            options={options}
            onSearch={find}
            onChange={add}
            placeholder={t('merge.find')}
          />
        </Field>
        <ul className="divide-y divide-line rounded-md border border-line text-sm">
          {chosen.map((one) => (
            <li key={one.id} className="flex items-center justify-between py-1 pr-1 pl-3">
              {one.name}
              {one.id !== compound.id && (
                <IconButton
                  label={t('merge.remove', { name: one.name })}
                  size="sm"
                  onClick={() => {
                    setChosen(chosen.filter(({ id }) => id !== one.id));
                    setSurvivor(compound.id);
                  }}
                >
                  <X aria-hidden="true" />
                </IconButton>
              )}
            </li>
          ))}
        </ul>
        <Field group label={t('merge.survivor')} required>
          <RadioGroup
            name="survivor"
            layout="column"
            value={survivor}
            onChange={(event) => setSurvivor(event.target.value)}
            options={chosen.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
        <Field label={t('paper.reason')} required>
          <Textarea rows={2} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
        <Field label={t('paper.document')}>
          <Input maxLength={80} value={document} onChange={(event) => setDocument(event.target.value)} />
        </Field>
      </div>
      <ProblemNote problem={problem} />
    </Dialog>
  );
}

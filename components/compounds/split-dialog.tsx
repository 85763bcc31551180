'use client';

import { Plus, X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import type { Named } from '@/lib/domain/compounds/answers';
import { ProblemNote } from './problem-note';
import { useSave } from './use-save';

type Part = { key: number; name: string };
type Props = { compound: Named & { version: number }; buildings: readonly Named[]; onClose: () => void };

export function SplitDialog({ compound, buildings, onClose }: Props) {
  const t = useTranslations('compounds');
  const router = useRouter();
  const { save, busy, problem } = useSave();
  const [parts, setParts] = useState<Part[]>([
    { key: 1, name: '' },
    { key: 2, name: '' },
  ]);
  const [goes, setGoes] = useState<Record<string, string>>({});
  const [reason, setReason] = useState('');
  const [document, setDocument] = useState('');

  async function split() {
    const body = {
      parts: parts.map(({ key, name }) => ({
        name: name.trim(),
        buildingIds: buildings.filter(({ id }) => goes[id] === String(key)).map(({ id }) => id),
      })),
      reason,
      documentNo: document.trim() || null,
    };
    const path = `/api/v1/compounds/${compound.id}/split`;
    const done = t('split.done', { count: parts.length });
    if (await save('POST', path, { body, version: compound.version }, done)) {
      onClose();
      router.refresh();
    }
  }

  const leftOver = problem?.reasons?.some(({ code }) => code === 'split.buildingLeftOver');
  const ready = parts.every((part) => part.name.trim() !== '') && reason.trim() !== '';
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={t('split.title', { name: compound.name })}
      description={t('split.description')}
      actions={
        <Button variant="primary" busy={busy} disabled={!ready} onClick={split}>
          {t('split.confirm')}
        </Button>
      }
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <div className="space-y-3">
          {parts.map((part, index) => (
            <Field
              key={part.key}
              label={t('split.part', { n: index + 1 })}
              required
              aside={
                parts.length > 2 && (
                  <IconButton
                    label={t('split.remove', { n: index + 1 })}
                    size="sm"
                    onClick={() => setParts(parts.filter(({ key }) => key !== part.key))}
                  >
                    <X aria-hidden="true" />
                  </IconButton>
                )
              }
            >
              <Input
                value={part.name}
                maxLength={80}
                onChange={(event) =>
                  setParts(parts.map((one) => (one.key === part.key ? { ...one, name: event.target.value } : one)))
                }
              />
            </Field>
          ))}
          <Button
            size="sm"
            icon={<Plus aria-hidden="true" />}
            onClick={() => setParts([...parts, { key: Math.max(...parts.map(({ key }) => key)) + 1, name: '' }])}
          >
            {t('split.add')}
          </Button>
        </div>
        <fieldset>
          <legend className="mb-1 text-sm font-medium text-ink-2">{t('split.assign')}</legend>
          <ul className="divide-y divide-line rounded-md border border-line text-sm">
            {buildings.map((building) => (
              <li key={building.id} className="flex items-center justify-between gap-3 py-1.5 pr-1.5 pl-3">
                {building.name}
                <Select
                  aria-label={t('split.to', { building: building.name })}
                  aria-invalid={leftOver && !goes[building.id]}
                  className="w-44!"
                  placeholder={t('split.unassigned')}
                  value={goes[building.id] ?? ''}
                  onChange={(event) => setGoes({ ...goes, [building.id]: event.target.value })}
                  options={parts.map(({ key, name }, index) => ({
                    value: String(key),
                    label: name.trim() || t('split.part', { n: index + 1 }),
                  }))}
                />
              </li>
            ))}
          </ul>
        </fieldset>
        <Field label={t('paper.reason')} required>
          <Textarea rows={2} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
        <Field label={t('paper.document')}>
          <Input maxLength={80} value={document} onChange={(event) => setDocument(event.target.value)} />
        </Field>
      </div>
      {problem?.conflict && (
        <div className="mt-4">
          <Banner live tone="amber" title={problem.detail} />
        </div>
      )}
      <ProblemNote problem={problem} />
    </Dialog>
  );
}

'use client';

import { UserPlus } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { api, fieldErrors } from '@/lib/client/api';
import type { HouseholdRow } from '@/lib/domain/compounds/answers';
import { isBareUnit } from '@/lib/domain/compounds/dwelling-name';
import { USAGE_LABELS } from '@/lib/domain/compounds/labels';
import { USAGES, type Usage } from '@/lib/domain/compounds/types';
import { labelIn } from '@/lib/domain/kernel/label';
import { changes, read } from './dialog-values';
import { OwnerForm } from './owner-form';
import { OwnerLine } from './owner-line';
import { ProblemNote } from './problem-note';
import type { Rights } from './rights';
import { SmallConflict } from './small-conflict';
import { useSave } from './use-save';

const KINDS = {
  unitNo: 'text',
  room: 'text',
  storey: 'number',
  exclusiveArea: 'area',
  usage: 'text',
  remarks: 'text',
} as const;

type Props = {
  building: { id: string; name: string };
  household?: HouseholdRow;
  rights: Rights;
  onClose: () => void;
};

export function HouseholdDialog({ building, household: given, rights, onClose }: Props) {
  const t = useTranslations('compounds.household');
  const locale = useLocale();
  const formId = useId();
  const { save, busy, problem, clear } = useSave();
  const retirement = useSave();
  const [household, setHousehold] = useState(given);
  const [adding, setAdding] = useState(false);
  const [retiring, setRetiring] = useState(false);
  const [sent, setSent] = useState<Record<string, unknown>>({});
  const stored: Record<string, unknown> = { ...household };
  const text = (name: keyof typeof KINDS) => String(stored[name] ?? '');
  const error = (name: string) => fieldErrors(problem, name);
  const unit = (no: string) => (isBareUnit(no) ? t('unitOf', { unit: no }) : no);

  async function send(body: Record<string, unknown>, version = household?.version) {
    setSent(body);
    const saved = household
      ? await save<HouseholdRow>('PATCH', `/api/v1/households/${household.id}`, { body, version }, t('saved'))
      : await save<HouseholdRow>(
          'POST',
          '/api/v1/households',
          { body: { buildingId: building.id, ...body } },
          t('saved'),
        );
    // A new household stays open: its owners come next.
    if (saved && household) onClose();
    else if (saved) setHousehold(saved);
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = read(new FormData(event.currentTarget), KINDS);
    const all: Record<string, unknown> = { ...typed, unitNo: typed.unitNo ?? '', room: typed.room ?? '' };
    void send(household ? changes(all, stored) : all);
  }

  async function changed(saved?: HouseholdRow) {
    setAdding(false);
    if (saved) return setHousehold(saved);
    const answer = household && (await api<HouseholdRow>('GET', `/api/v1/households/${household.id}`));
    if (answer?.ok) setHousehold(answer.value);
  }

  const input = (name: keyof typeof KINDS, more: { suffix?: string; required?: boolean; numeric?: boolean } = {}) => (
    <Field label={t(name)} error={error(name)} required={more.required}>
      <Input
        name={name}
        defaultValue={text(name)}
        suffix={more.suffix}
        inputMode={more.numeric ? 'decimal' : undefined}
        autoComplete="off"
        readOnly={!rights.register}
      />
    </Field>
  );
  const title = household
    ? t('title', { building: household.building, unit: unit(household.unitNo), room: household.room })
    : `${t('add')} · ${building.name}`;
  return (
    <>
      <Dialog
        open
        onOpenChange={(open) => !open && onClose()}
        title={title}
        actions={
          rights.register && (
            <>
              <Button type="submit" form={formId} variant="primary" busy={busy}>
                {t('save')}
              </Button>
              {household && (
                <Button variant="danger" onClick={() => setRetiring(true)}>
                  {t('retire')}
                </Button>
              )}
            </>
          )
        }
      >
        <form id={formId} onSubmit={submit} noValidate className="grid grid-cols-2 gap-4 p-0.5">
          {input('unitNo')}
          {input('room', { required: true })}
          {input('storey', { numeric: true })}
          {input('exclusiveArea', { numeric: true, suffix: '㎡' })}
          <Field label={t('usage')} error={error('usage')}>
            <Select
              name="usage"
              placeholder="—"
              defaultValue={text('usage')}
              disabled={!rights.register}
              options={USAGES.map((key) => ({ value: key, label: labelIn(USAGE_LABELS[key], locale) }))}
            />
          </Field>
          {input('remarks')}
        </form>
        <ProblemNote problem={problem} fields={Object.keys(KINDS)} />
        {household && (
          <section aria-label={t('owners')} className="mt-5 border-t border-line pt-3">
            <div className="flex items-center justify-between">
              <h3 className="font-semibold">{t('owners')}</h3>
              {rights.register && (
                <Button size="sm" icon={<UserPlus aria-hidden="true" />} onClick={() => setAdding(!adding)}>
                  {t('addOwner')}
                </Button>
              )}
            </div>
            {adding && <OwnerForm household={household} onDone={changed} />}
            {household.owners.length === 0 && !adding && <p className="py-2 text-sm text-ink-3">{t('noOwner')}</p>}
            <ul className="divide-y divide-line">
              {household.owners.map((owner) => (
                <OwnerLine
                  key={`${owner.id}-${owner.version}`}
                  household={household}
                  owner={owner}
                  rights={rights}
                  onChanged={changed}
                />
              ))}
            </ul>
            {household.owners.length > 0 && <p className="mt-1 text-xs text-ink-3">{t('masked')}</p>}
          </section>
        )}
      </Dialog>
      {retiring && household && (
        <ConfirmDialog
          open
          danger
          title={t('retireTitle')}
          description={t('retireText')}
          confirmLabel={t('retire')}
          reason={{}}
          onOpenChange={setRetiring}
          errors={retirement.lines}
          onConfirm={async (reason) => {
            const path = `/api/v1/households/${household.id}/retire`;
            const saved = await retirement.save('POST', path, { body: { reason }, version: household.version });
            if (saved) onClose();
            return saved !== null;
          }}
        />
      )}
      {problem?.conflict && (
        <SmallConflict
          theirs={problem.conflict.theirs as Record<string, unknown>}
          mine={sent}
          label={(key) => t(key as 'room')}
          say={(key, value) =>
            key === 'usage' && value ? labelIn(USAGE_LABELS[value as Usage], locale) : String(value ?? '')
          }
          busy={busy}
          onResolve={(body) => send(body, problem.conflict?.version)}
          onClose={clear}
        />
      )}
    </>
  );
}

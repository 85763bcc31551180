'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FileDrop } from '@/components/ui/file-drop';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { fieldErrors, type Problem } from '@/lib/client/api';
import { uploadFile } from '@/lib/client/upload';
import type { CampaignDetail } from '@/lib/domain/programme/answers';
import { ProblemBanner } from './problem-banner';
import { useSend } from './use-send';

const EMPTY = { compounds: '0', buildings: '0', households: '0', floorArea: '0.00' };
const FIELDS = ['compounds', 'buildings', 'households', 'floorArea', 'documentNo', 'documentOn', 'reason', 'countyId'];
const SENT = {
  compounds: 'compoundsDelta',
  buildings: 'buildingsDelta',
  households: 'householdsDelta',
  floorArea: 'floorAreaDelta',
} as const;
const LIMIT = 20 * 1024 * 1024;
type Figure = keyof typeof EMPTY;

/** A frozen total is changed by a document beside it. The present difference can be taken over, and is not taken by itself. */
export function AmendForm({ campaign }: { campaign: CampaignDetail }) {
  const t = useTranslations('programme.amend');
  const { send, busy, problem } = useSend<CampaignDetail>();
  const [countyId, setCounty] = useState(campaign.counties[0]?.countyId ?? '');
  const [deltas, setDeltas] = useState(EMPTY);
  const [files, setFiles] = useState<File[]>([]);
  const [stored, setStored] = useState<{ file: File; id: string }>();
  const [refused, setRefused] = useState<Problem>();
  const [sending, setSending] = useState(false);
  const difference = campaign.counties.find((county) => county.countyId === countyId)?.difference;
  const errors = (figure: Figure) => [...fieldErrors(problem, figure), ...fieldErrors(problem, SENT[figure])];

  function takeDifference() {
    if (!difference) return;
    const { compounds, buildings, households, floorArea } = difference;
    setDeltas({
      compounds: String(compounds),
      buildings: String(buildings),
      households: String(households),
      floorArea,
    });
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const fileId = await keep(files[0]);
    if (fileId === undefined) return;
    const body = {
      countyId,
      compoundsDelta: Number(deltas.compounds),
      buildingsDelta: Number(deltas.buildings),
      householdsDelta: Number(deltas.households),
      floorAreaDelta: deltas.floorArea.trim(),
      documentNo: String(data.get('documentNo') ?? ''),
      documentOn: String(data.get('documentOn') ?? ''),
      reason: String(data.get('reason') ?? ''),
      fileId,
    };
    if (await send('POST', `/api/v1/programme/campaigns/${campaign.id}/amendments`, body, { done: t('done') })) {
      form.reset();
      setDeltas(EMPTY);
      setFiles([]);
      setStored(undefined);
    }
  }

  /** Kept once, also when the amendment is refused and sent again; undefined when it could not be kept. */
  async function keep(file: File | undefined): Promise<string | null | undefined> {
    setRefused(undefined);
    if (!file) return null;
    if (stored?.file === file) return stored.id;
    setSending(true);
    const answer = await uploadFile(file, 'document');
    setSending(false);
    if (!answer.ok) {
      setRefused(answer.problem);
      return undefined;
    }
    setStored({ file, id: answer.value.id });
    return answer.value.id;
  }

  return (
    <form onSubmit={submit} noValidate className="space-y-4">
      <p className="text-sm text-ink-2">{t('text')}</p>
      {refused && <ProblemBanner problem={refused} fields={[]} />}
      <ProblemBanner problem={problem} fields={[...FIELDS, ...Object.values(SENT)]} />
      <div className="flex flex-wrap items-end gap-3">
        <Field label={t('county')} required className="grow">
          <Select
            value={countyId}
            onChange={(event) => setCounty(event.target.value)}
            options={campaign.counties.map((county) => ({ value: county.countyId, label: county.name }))}
          />
        </Field>
        <Button onClick={takeDifference}>{t('useDifference')}</Button>
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        {(Object.keys(EMPTY) as Figure[]).map((figure) => (
          <Field key={figure} label={t(figure)} error={errors(figure)}>
            <Input
              inputMode="text"
              className="text-right"
              value={deltas[figure]}
              onChange={(event) => setDeltas({ ...deltas, [figure]: event.target.value })}
            />
          </Field>
        ))}
        <Field label={t('documentNo')} error={fieldErrors(problem, 'documentNo')} required>
          <Input name="documentNo" maxLength={80} />
        </Field>
        <Field label={t('documentOn')} error={fieldErrors(problem, 'documentOn')} required>
          <Input name="documentOn" type="date" />
        </Field>
      </div>
      <Field label={t('reason')} error={fieldErrors(problem, 'reason')} required>
        <Textarea name="reason" maxLength={500} />
      </Field>
      <div className="space-y-1.5">
        <p className="text-sm font-medium">{t('file')}</p>
        <FileDrop
          label={t('file')}
          hint={t('fileHint')}
          files={files}
          onChange={setFiles}
          types={['.pdf', '.xlsx', '.docx']}
          maxBytes={LIMIT}
          maxFiles={1}
        />
      </div>
      <Button type="submit" variant="primary" busy={busy || sending}>
        {t('action')}
      </Button>
    </form>
  );
}

'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormActions } from '@/components/ui/form-actions';
import { Select } from '@/components/ui/select';
import { importPath } from '@/lib/client/imports';
import { useAct } from '@/lib/client/use-act';
import type { ImportDetail, ImportProposal } from '@/lib/domain/imports/answers';
import { fieldSpec } from '@/lib/domain/imports/fields';
import { labelIn } from '@/lib/domain/kernel/label';
import { formatDateTime } from '@/lib/format/date';
import { LackingFields } from './lacking-fields';
import { chosenTwice, startingMapping } from './mapping-state';
import { MappingTable } from './mapping-table';
import { ProblemBanner } from './problem-view';

type Props = { detail: ImportDetail; proposal: ImportProposal; towns: readonly string[]; onAgreed: () => void };

/** A list that is not our template: the import says what it makes of each column, the clerk corrects. */
export function MappingEditor({ detail, proposal, towns, onAgreed }: Props) {
  const t = useTranslations('imports.mapping');
  const locale = useLocale();
  const { act, busy, problem } = useAct();
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      proposal.sheets.findIndex((one) => one.sheet === detail.mapping?.sheet),
    ),
  );
  const sheet = proposal.sheets[at];
  const [mapping, setMapping] = useState(() => sheet && startingMapping(detail, sheet));
  if (!sheet || !mapping) return null;

  const twice = chosenTwice(mapping).map(({ field, columns }) => {
    const spec = fieldSpec('compound', field);
    return t('twice', { field: spec ? labelIn(spec.label, locale) : field, columns: columns.join('、') });
  });
  const named = mapping.columns.some(({ field }) => field === 'name');
  const wrong = [...(named ? [] : [t('nameMissing')]), ...twice];
  const { remembered } = proposal;

  function chooseSheet(index: number) {
    const chosen = proposal.sheets[index];
    if (!chosen) return;
    setAt(index);
    setMapping(startingMapping(detail, chosen));
  }

  async function submit() {
    const done = await act('PUT', importPath(detail.id, '/mapping'), { body: mapping, version: detail.version });
    if (done !== undefined) onAgreed();
  }

  return (
    <section className="space-y-4">
      <div>
        <h2 className="text-lg font-semibold">{t('title')}</h2>
        <p className="text-sm text-ink-2">{t('text')}</p>
      </div>
      {remembered && (
        <Banner tone="accent" title={t('remembered', { when: formatDateTime(new Date(remembered.usedAt), locale) })} />
      )}
      {proposal.sheets.length > 1 && (
        <Field label={t('sheet')} className="max-w-sm">
          <Select
            value={String(at)}
            onChange={(event) => chooseSheet(Number(event.target.value))}
            options={proposal.sheets.map((one, index) => ({ value: String(index), label: one.sheet }))}
          />
        </Field>
      )}
      <p className="text-sm text-ink-3">
        {t('sheetRows', { sheet: sheet.sheet, row: sheet.headerRow })}
        {sheet.title && ` · ${sheet.title}`}
      </p>
      <MappingTable sheet={sheet} mapping={mapping} onChange={setMapping} />
      <LackingFields mapping={mapping} towns={towns} onChange={setMapping} />
      {wrong.length > 0 && <Banner tone="red" title={wrong[0]} list={wrong.slice(1)} />}
      <ProblemBanner problem={problem} />
      <FormActions onPage status={t('kept')}>
        <Button variant="primary" busy={busy} disabled={wrong.length > 0} onClick={submit}>
          {t('submit')}
        </Button>
      </FormActions>
    </section>
  );
}

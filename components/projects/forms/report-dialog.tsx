'use client';

import { useTranslations } from 'next-intl';
import { filled, said } from '@/components/forms/said';
import { SendDialog } from '@/components/forms/send-dialog';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { PhotoField } from '@/components/ui/photo-field';
import { useUploads } from '@/lib/client/use-uploads';
import type { PlannedItem } from '@/lib/domain/projects/works-answers';

type Props = { projectId: string; items: readonly PlannedItem[]; today: string; onDone: () => void };

const PHOTOS = [
  ['beforeFileId', 'beforePhoto'],
  ['photoFileId', 'afterPhoto'],
] as const;

/** The chosen items are complete: since when, with a picture of how it was and of how it is. */
export function ReportDialog({ projectId, items, today, onDone }: Props) {
  const t = useTranslations('projects.works');
  const uploads = useUploads();
  const places = items.map(({ compound, building, item }) => ({
    ...{ compoundId: compound.id, buildingId: building?.id ?? null, item },
  }));
  return (
    <SendDialog
      title={t('reportTitle', { count: items.length })}
      trigger={
        <Button variant="primary" disabled={items.length === 0}>
          {t('report')}
        </Button>
      }
      action={t('report')}
      method="POST"
      path={`/api/v1/projects/${projectId}/completions`}
      body={(form) => ({
        ...{ completedOn: said(form, 'completedOn'), items: places },
        ...filled({ note: said(form, 'note') }),
      })}
      done={t('reported', { count: items.length })}
      fields={['completedOn', 'note', 'beforeFileId', 'photoFileId']}
      uploads={uploads}
      onDone={onDone}
    >
      {(errors) => (
        <>
          <Field label={t('completedOn')} error={errors('completedOn')} required>
            <Input type="date" name="completedOn" defaultValue={today} max={today} />
          </Field>
          <div className="grid gap-4 sm:grid-cols-2">
            {PHOTOS.map(([field, label]) => (
              <PhotoField
                key={field}
                label={t(label)}
                file={uploads.chosen[field]}
                onChange={(file) => uploads.choose(field, file)}
                errors={errors(field)}
              />
            ))}
          </div>
          {items.length > 1 && <p className="text-sm text-ink-3">{t('photosShared')}</p>}
          <Field label={t('note')} error={errors('note')} optional>
            <Input name="note" maxLength={200} />
          </Field>
        </>
      )}
    </SendDialog>
  );
}

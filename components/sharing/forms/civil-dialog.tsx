'use client';

import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { sumSaid } from '@/components/projects/forms/said';
import { SendDialog } from '@/components/projects/forms/send-dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { SharedItemView, SharingSheet } from '@/lib/domain/sharing/answers';
import { movedUnderground } from '@/lib/domain/sharing/grouped';
import { type SharingWords, useSharingWords } from '../words';

type Props = { projectId: string; sheet: SharingSheet; words: SharingWords; trigger: ReactElement };

/** How much of each item that is moved underground is civil works. */
export function CivilDialog({ projectId, sheet, words, trigger }: Props) {
  const t = useTranslations('sharing.given');
  const { item: itemName, yuan } = useSharingWords(words);
  const asked = sheet.items.filter(movedUnderground);
  const keyOf = ({ compound, building, item }: SharedItemView) => `${compound.id}/${building?.id ?? ''}/${item}`;
  return (
    <SendDialog
      title={t('civil')}
      trigger={trigger}
      action={t('save')}
      method="PATCH"
      path={`/api/v1/projects/${projectId}/sharing`}
      version={sheet.version}
      body={(form) => ({
        civil: asked.flatMap((one) => {
          const amount = sumSaid(form, keyOf(one));
          const place = { compoundId: one.compound.id, buildingId: one.building?.id ?? null, item: one.item };
          return amount === '' ? [] : [{ ...place, amount }];
        }),
      })}
      done={t('saved')}
      fields={[]}
    >
      {() => (
        <>
          <p className="text-sm text-ink-2">{t('civilHint')}</p>
          {asked.map((one) => (
            <Field
              key={keyOf(one)}
              label={[one.compound.name, one.building?.name, itemName(one.item)].filter(Boolean).join(' · ')}
              hint={yuan(one.cost)}
              required
            >
              <Input name={keyOf(one)} inputMode="decimal" suffix={t('yuan')} defaultValue={one.civil ?? ''} />
            </Field>
          ))}
        </>
      )}
    </SendDialog>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { sumSaid } from '@/components/forms/said';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { SharedItemView, SharingSheet } from '@/lib/domain/sharing/answers';
import { movedUnderground } from '@/lib/domain/sharing/grouped';
import { type SharingWords, useSharingWords } from '../words';
import { SettingsDialog } from './settings-dialog';

type Props = { projectId: string; sheet: SharingSheet; words: SharingWords; trigger: ReactElement };

/** How much of each item that is moved underground is civil works. */
export function CivilDialog({ projectId, sheet, words, trigger }: Props) {
  const t = useTranslations('sharing.given');
  const { item: itemName, yuan } = useSharingWords(words);
  const asked = sheet.items.filter(movedUnderground);
  const keyOf = ({ compound, building, item }: SharedItemView) => `${compound.id}/${building?.id ?? ''}/${item}`;
  return (
    <SettingsDialog
      title={t('civil')}
      trigger={trigger}
      projectId={projectId}
      sheet={sheet}
      settings={(form) => ({
        civil: asked.flatMap((one) => {
          const amount = sumSaid(form, keyOf(one));
          const place = { compoundId: one.compound.id, buildingId: one.building?.id ?? null, item: one.item };
          return amount === '' ? [] : [{ ...place, amount }];
        }),
      })}
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
    </SettingsDialog>
  );
}

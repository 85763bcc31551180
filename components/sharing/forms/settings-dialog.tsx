'use client';

import { useTranslations } from 'next-intl';
import type { ReactElement, ReactNode } from 'react';
import { SendDialog } from '@/components/forms/send-dialog';
import type { SharingSheet } from '@/lib/domain/sharing/answers';

type Props = {
  title: string;
  projectId: string;
  sheet: Pick<SharingSheet, 'version'>;
  trigger: ReactElement;
  /** the lists that take the place of those there were; what is not sent stays */
  settings: (form: FormData) => object;
  /** names of the fields that show their own refusals */
  fields?: readonly string[];
  wide?: boolean;
  children: (errors: (field: string) => string[]) => ReactNode;
};

/** Something that the sharing of a project rests on, as the person saw it. */
export function SettingsDialog({ projectId, sheet, settings, fields = [], ...dialog }: Props) {
  const t = useTranslations('sharing.given');
  return (
    <SendDialog
      {...dialog}
      action={t('save')}
      method="PATCH"
      path={`/api/v1/projects/${projectId}/sharing`}
      version={sheet.version}
      body={settings}
      done={t('saved')}
      fields={fields}
    />
  );
}

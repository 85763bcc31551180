'use client';

import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import type { CompoundFile } from '@/lib/domain/compounds/answers';
import { FILE_TEXTS } from './file-kinds';
import { useSave } from './use-save';

type Props = { compoundId: string; file: CompoundFile; onClose: () => void };

/** Takes a photo or document off the compound, with the reason why; file and record stay. */
export function RetireFile({ compoundId, file, onClose }: Props) {
  const t = useTranslations(FILE_TEXTS[file.kind]);
  const { save, lines } = useSave();
  return (
    <ConfirmDialog
      open
      danger
      title={t('retire')}
      description={t('retireText')}
      confirmLabel={t('retire')}
      reason={{}}
      errors={lines}
      onOpenChange={(open) => !open && onClose()}
      onConfirm={async (reason) =>
        (await save('POST', `/api/v1/compounds/${compoundId}/files/${file.id}/retire`, { body: { reason } })) !== null
      }
    />
  );
}

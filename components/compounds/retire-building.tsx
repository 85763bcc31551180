'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Checkbox } from '@/components/ui/checkbox';
import type { BuildingRow } from '@/lib/domain/compounds/answers';
import { useSave } from './use-save';

/** Takes a building out of the compound, with the reason why; its dwellings too where that is ticked. */
export function RetireBuilding({ building, onClose }: { building: BuildingRow; onClose: () => void }) {
  const t = useTranslations('compounds.building');
  const { save, lines } = useSave();
  const [all, setAll] = useState(false);
  return (
    <ConfirmDialog
      open
      danger
      title={t('retireTitle', { name: building.name })}
      description={
        <>
          <p>{t('retireText')}</p>
          {building.households > 0 && (
            <Checkbox
              className="mt-3"
              checked={all}
              onChange={(event) => setAll(event.target.checked)}
              label={t('retireWith', { count: building.households })}
            />
          )}
        </>
      }
      confirmLabel={t('retire')}
      reason={{}}
      errors={lines}
      onOpenChange={(open) => !open && onClose()}
      onConfirm={async (reason) => {
        const body = { reason, ...(all ? { withHouseholds: true } : {}) };
        const path = `/api/v1/buildings/${building.id}/retire`;
        return (await save('POST', path, { body, version: building.version })) !== null;
      }}
    />
  );
}

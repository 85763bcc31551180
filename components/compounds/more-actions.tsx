'use client';

import { ChevronDown, Combine, PowerOff, Split } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { DropdownMenu, MenuItem, MenuSeparator } from '@/components/ui/dropdown-menu';
import type { Named } from '@/lib/domain/compounds/answers';
import { MergeDialog } from './merge-dialog';
import { SplitDialog } from './split-dialog';
import { useSave } from './use-save';

type Props = { compound: Named & { version: number }; countyId: string; buildings: readonly Named[] };

/** The rare and weighty ones, out of the way of everyday work. */
export function MoreActions({ compound, countyId, buildings }: Props) {
  const t = useTranslations('compounds');
  const [open, setOpen] = useState<'merge' | 'split' | 'retire'>();
  const { save, lines } = useSave();
  const close = () => setOpen(undefined);
  return (
    <>
      <DropdownMenu
        label={t('actions.more')}
        trigger={
          <Button>
            {t('actions.more')}
            <ChevronDown aria-hidden="true" />
          </Button>
        }
      >
        <MenuItem icon={<Combine aria-hidden="true" />} onSelect={() => setOpen('merge')}>
          {t('actions.merge')}
        </MenuItem>
        <MenuItem icon={<Split aria-hidden="true" />} disabled={buildings.length < 2} onSelect={() => setOpen('split')}>
          {t('actions.split')}
        </MenuItem>
        <MenuSeparator />
        <MenuItem icon={<PowerOff aria-hidden="true" />} danger onSelect={() => setOpen('retire')}>
          {t('actions.retire')}
        </MenuItem>
      </DropdownMenu>
      {open === 'merge' && <MergeDialog compound={compound} countyId={countyId} onClose={close} />}
      {open === 'split' && <SplitDialog compound={compound} buildings={buildings} onClose={close} />}
      {open === 'retire' && (
        <ConfirmDialog
          open
          danger
          title={t('retire.title', { name: compound.name })}
          description={t('retire.description')}
          confirmLabel={t('retire.confirm')}
          reason={{}}
          errors={lines}
          onOpenChange={(next) => !next && close()}
          onConfirm={async (reason) => {
            const path = `/api/v1/compounds/${compound.id}/retire`;
            const send = { body: { reason }, version: compound.version };
            return (await save('POST', path, send, t('retire.done', { name: compound.name }))) !== null;
          }}
        />
      )}
    </>
  );
}

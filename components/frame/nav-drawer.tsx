'use client';

import * as menu from 'lucide-react/icons/menu';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { drawing, Glyph } from '@/components/ui/glyph';
import { IconButton } from '@/components/ui/icon-button';
import { Sheet } from '@/components/ui/sheet';
import { Nav } from './nav';
import type { NavGroup } from './types';

const MENU = drawing(menu);

/** The navigation, folded away where there is no room for it. */
export function NavDrawer({ groups, footer }: { groups: readonly NavGroup[]; footer?: ReactNode }) {
  const t = useTranslations('frame');
  const [open, setOpen] = useState(false);
  return (
    <Sheet
      title={t('menu')}
      side="left"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <IconButton label={t('openMenu')} className="lg:hidden">
          <Glyph of={MENU} className="size-5!" />
        </IconButton>
      }
    >
      <Nav groups={groups} onNavigate={() => setOpen(false)} />
      {footer && <div className="mt-6 border-t border-line pt-4">{footer}</div>}
    </Sheet>
  );
}

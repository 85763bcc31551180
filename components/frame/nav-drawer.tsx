'use client';

import * as menu from 'lucide-react/icons/menu';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { drawing, Glyph } from '@/components/ui/glyph';
import { IconButton } from '@/components/ui/icon-button';
import { late, useLate } from '@/components/ui/use-late';
import { Nav } from './nav';
import type { NavGroup } from './types';

const MENU = drawing(menu);
/** On a desk it is never opened. */
const SHEET = late(async () => (await import('@/components/ui/sheet')).Sheet);

/** The navigation, folded away where there is no room for it. */
export function NavDrawer({ groups, footer }: { groups: readonly NavGroup[]; footer?: ReactNode }) {
  const t = useTranslations('frame');
  const [open, setOpen] = useState(false);
  const Sheet = useLate(SHEET, open, () => setOpen(false));
  return (
    <>
      <IconButton
        label={t('openMenu')}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(true)}
        onPointerEnter={SHEET.bring}
        onFocus={SHEET.bring}
        className="lg:hidden"
      >
        <Glyph of={MENU} className="size-5!" />
      </IconButton>
      {Sheet && (
        <Sheet title={t('menu')} side="left" open onOpenChange={setOpen}>
          <Nav groups={groups} onNavigate={() => setOpen(false)} />
          {footer && <div className="mt-6 border-t border-line pt-4">{footer}</div>}
        </Sheet>
      )}
    </>
  );
}

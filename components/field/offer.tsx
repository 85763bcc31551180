'use client';

import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';

type Props = {
  name: string;
  children: ReactNode /** answers why not, in words */;
  onTake: () => Promise<string | null>;
};

/** Something that can be taken along. */
export function Offer({ name, children, onTake }: Props) {
  const t = useTranslations('field.rounds');
  const [busy, setBusy] = useState(false);
  const [why, setWhy] = useState<string | null>(null);

  async function press() {
    setBusy(true);
    setWhy(await onTake());
    setBusy(false);
  }

  return (
    <li className="space-y-2 px-4 py-3">
      <div className="flex items-center gap-3">
        <div className="min-w-0 grow">
          <p className="truncate font-medium">{name}</p>
          <p className="text-sm text-ink-3">{children}</p>
        </div>
        <Button busy={busy} icon={<Download aria-hidden="true" />} onClick={press}>
          {t('take')}
        </Button>
      </div>
      {why && <Banner tone="red" live title={t('takeFailed')} list={[why]} />}
    </li>
  );
}

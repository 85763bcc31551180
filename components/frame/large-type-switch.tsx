'use client';

import { AArrowDown, AArrowUp } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { largeTypeCookie } from './large-type';
import { rememberChoice } from './remember-choice';

export function LargeTypeSwitch({ on }: { on: boolean }) {
  const t = useTranslations('frame.largeType');
  const router = useRouter();
  const [pending, start] = useTransition();

  function change() {
    rememberChoice(largeTypeCookie, on ? '0' : '1');
    start(() => router.refresh());
  }

  return (
    <Button
      size="sm"
      busy={pending}
      aria-pressed={on}
      icon={on ? <AArrowDown aria-hidden="true" /> : <AArrowUp aria-hidden="true" />}
      onClick={change}
    >
      {on ? t('off') : t('on')}
    </Button>
  );
}

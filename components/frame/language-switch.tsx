'use client';

import * as languages from 'lucide-react/icons/languages';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { drawing, Glyph } from '@/components/ui/glyph';
import { localeCookie } from '@/lib/i18n/config';
import { rememberChoice } from './remember-choice';

const LANGUAGES = drawing(languages);

/** One click to the other language; remembered in this browser. */
export function LanguageSwitch() {
  const t = useTranslations('frame.language');
  const locale = useLocale();
  const router = useRouter();
  const [pending, start] = useTransition();

  function change() {
    rememberChoice(localeCookie, locale === 'en' ? 'zh-CN' : 'en');
    start(() => router.refresh());
  }

  return (
    <Button
      variant="quiet"
      size="sm"
      busy={pending}
      icon={<Glyph of={LANGUAGES} />}
      title={t('switchTo')}
      onClick={change}
    >
      <span lang={locale === 'en' ? 'zh-CN' : 'en'}>{t('other')}</span>
    </Button>
  );
}

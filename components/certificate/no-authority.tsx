import { useTranslations } from 'next-intl';
import { Banner } from '@/components/ui/banner';
import { Card } from '@/components/ui/card';
import { Copyable } from '@/components/ui/copyable';

/** Before https:setup was run: who came to install learns that there is nothing to install, who administers what to do. */
export function NoAuthority() {
  const t = useTranslations('certificate.none');
  return (
    <div className="space-y-4">
      <Banner title={t('title')}>{t('text')}</Banner>
      <Card>
        <p>{t('todo')}</p>
        <div className="my-3 rounded-md bg-sunken px-3 py-1.5">
          <Copyable text="npm run https:setup -- --name anju.office.local --name 192.168.1.20" />
        </div>
        <p className="text-sm text-ink-3">{t('more')}</p>
      </Card>
    </div>
  );
}

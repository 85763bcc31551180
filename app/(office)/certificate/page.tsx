import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { DeviceChoice } from '@/components/certificate/device-choice';
import { DeviceSteps } from '@/components/certificate/device-steps';
import { FingerprintCard } from '@/components/certificate/fingerprint-card';
import { NoAuthority } from '@/components/certificate/no-authority';
import { PosterCard } from '@/components/certificate/poster';
import { TrustCheck } from '@/components/certificate/trust-check';
import { Banner } from '@/components/ui/banner';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { deviceOf, isDevice, isInApp } from '@/lib/domain/https/device';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { guide } from '@/lib/server/https/guide';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('certificate'))('title') };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** How a device comes to trust the office's own certificate; opened over plain http, before it does. */
export default async function CertificatePage({ searchParams }: Props) {
  const [query, asked, t] = await Promise.all([searchParams, headers(), getTranslations('certificate')]);
  const found = await guide(asked, [query.poster].flat()[0]);
  const userAgent = asked.get('user-agent');
  const device = isDevice(query.device) ? query.device : deviceOf(userAgent);
  return (
    <ClientMessages namespaces={['certificate']}>
      <div className="no-print">
        <PageHeader title={t('title')} description={t('description')} />
      </div>
      {!found && <NoAuthority />}
      {found && (
        <div className="space-y-5">
          <div className="no-print space-y-5">
            {isInApp(userAgent) && (
              <Banner tone="amber" title={t('inApp.title')}>
                {t('inApp.text')}
              </Banner>
            )}
            <TrustCheck origin={asked.get('x-anju-secure-origin')} />
            <Card>
              <DeviceChoice chosen={device} />
              <DeviceSteps device={device} name={found.authority.name} />
            </Card>
            <FingerprintCard {...found.authority} names={found.names} />
          </div>
          <PosterCard addresses={found.addresses} fingerprint={found.authority.fingerprint} />
        </div>
      )}
    </ClientMessages>
  );
}

import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { FieldPage } from '@/components/field/field-page';
import { ClientMessages } from '@/lib/i18n/client-messages';

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await getTranslations('field'))('title'),
    manifest: '/field/manifest.webmanifest',
    icons: { icon: '/icon.svg', apple: '/field/apple-touch-icon.png' },
    appleWebApp: { capable: true, title: '现场登记' },
    // how the worker knows the page that it keeps (public/sw.js)
    other: { 'anju-field': '1' },
  };
}

/** 现场登记: nobody's own, so that a phone may keep it; who is at work and what is recorded stands on the device. */
export default function Page() {
  return (
    <ClientMessages
      namespaces={['field', 'inspections', 'progress']}
      reasons={['inspection', 'finding', 'stopWork', 'report', 'input', 'date', 'money']}
    >
      <FieldPage />
    </ClientMessages>
  );
}

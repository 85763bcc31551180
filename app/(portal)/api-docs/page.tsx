import { Download } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ApiDocsView } from '@/components/api-docs/api-docs-view';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { openApiDocument } from '@/lib/server/api/openapi';
import { readableTags } from '@/lib/server/api/openapi-view';
import { pageActor } from '@/lib/server/gate';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('apiDocs'))('title') };
}

/** The OpenAPI document, for people. */
export default async function ApiDocsPage({ searchParams }: PageProps<'/api-docs'>) {
  await pageActor();
  const [{ operation }, t] = await Promise.all([searchParams, getTranslations('apiDocs')]);
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        action={
          <LinkButton href="/api/v1/openapi.json" download icon={<Download aria-hidden="true" />}>
            {t('download')}
          </LinkButton>
        }
      />
      <ApiDocsView
        tags={readableTags(openApiDocument())}
        opened={typeof operation === 'string' ? operation : undefined}
      />
    </>
  );
}

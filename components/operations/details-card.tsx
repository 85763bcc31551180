import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { TextLink } from '@/components/ui/text-link';
import type { Operations } from '@/lib/domain/operations/answers';
import { formatBytes } from '@/lib/format/bytes';
import { formatDateTime } from '@/lib/format/date';

export function DetailsCard({ now: { database, audit, release, certificate } }: { now: Operations }) {
  const t = useTranslations('operations');
  const locale = useLocale();
  const moment = (instant: string | null) => instant && formatDateTime(new Date(instant), locale);
  const certificateText = () => {
    if (!certificate) return t('certificateNone');
    const said = { moment: moment(certificate.notAfter) ?? '', names: certificate.names.join(', ') };
    return certificate.daysLeft < 0
      ? t('certificateOver', said)
      : t('certificateUntil', { ...said, days: certificate.daysLeft });
  };
  return (
    <Card title={t('details')}>
      <DefinitionList
        columns={4}
        items={[
          { term: t('database'), value: `PostgreSQL ${database.version}` },
          { term: t('databaseSize'), value: formatBytes(database.size) },
          {
            term: t('connections'),
            value: t('connectionsOf', { used: database.connections, most: database.mostConnections }),
          },
          { term: t('sealed'), value: moment(audit.sealedAt) },
          { term: t('release'), value: release.version },
          { term: t('node'), value: release.node },
          { term: t('started'), value: moment(release.startedAt) },
          {
            term: t('migrations'),
            value: t('migrationsOf', { last: database.lastMigration, count: database.migrations }),
            wide: true,
          },
          {
            term: t('certificate'),
            value: (
              <>
                {certificateText()} · <TextLink href="/certificate">{t('certificateGuide')}</TextLink>
              </>
            ),
            wide: true,
          },
        ]}
      />
    </Card>
  );
}

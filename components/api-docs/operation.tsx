import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import { fieldLines, typeText } from './schema-text';
import type { OperationView } from './types';

function Fields({ caption, schema }: { caption: string; schema: Record<string, unknown> }) {
  const t = useTranslations('apiDocs');
  const common = useTranslations('common');
  const lines = fieldLines(schema);
  if (lines.length === 0) return <p className="text-sm text-ink-2">{typeText(schema)}</p>;
  return (
    <DataTable
      caption={caption}
      rows={lines}
      rowKey={({ name }) => name}
      empty={null}
      columns={[
        {
          key: 'name',
          header: t('name'),
          primary: true,
          cell: ({ name }) => <code className="break-all">{name}</code>,
        },
        { key: 'type', header: t('shape'), cell: ({ type }) => <code className="text-xs break-all">{type}</code> },
        { key: 'required', header: t('required'), cell: ({ required }) => common(required ? 'yes' : 'no') },
        { key: 'meaning', header: t('meaning'), cell: ({ description }) => description },
      ]}
    />
  );
}

function Parameters({ operation }: { operation: OperationView }) {
  const t = useTranslations('apiDocs');
  const common = useTranslations('common');
  if (operation.parameters.length === 0) return null;
  return (
    <div>
      <h3 className="mb-1 text-sm font-medium text-ink-2">{t('parameters')}</h3>
      <DataTable
        caption={t('parameters')}
        rows={operation.parameters}
        rowKey={({ name, in: place }) => `${place}${name}`}
        empty={null}
        columns={[
          { key: 'name', header: t('name'), primary: true, cell: ({ name }) => <code>{name}</code> },
          { key: 'place', header: t('place'), cell: ({ in: place }) => t(`places.${place}`) },
          {
            key: 'type',
            header: t('shape'),
            cell: ({ schema }) => <code className="text-xs break-all">{typeText(schema)}</code>,
          },
          { key: 'required', header: t('required'), cell: ({ required }) => common(required ? 'yes' : 'no') },
          { key: 'meaning', header: t('meaning'), cell: ({ description }) => description },
        ]}
      />
    </div>
  );
}

/** What an operation takes and answers. */
function Details({ operation }: { operation: OperationView }) {
  const t = useTranslations('apiDocs');
  const { permission, scope } = operation;
  const who = permission === 'public' ? t('public') : permission === 'signed-in' ? t('signedIn') : permission;
  return (
    <div className="space-y-4 px-5 pt-2 pb-5">
      {operation.description && <p className="text-sm text-ink-2">{operation.description}</p>}
      <p className="text-sm text-ink-3">
        {t('permission')}：<code>{who}</code>
      </p>
      {permission !== 'public' && (
        <p className="text-sm text-ink-3">
          {t('scope')}：{scope === 'never' || scope === 'any' ? t(`scopes.${scope}`) : <code>{scope}</code>}
        </p>
      )}
      <Parameters operation={operation} />
      {operation.body && (
        <div>
          <h3 className="mb-1 text-sm font-medium text-ink-2">
            {t('body')} <code className="text-xs">{operation.body.mediaType}</code>
          </h3>
          <Fields caption={t('body')} schema={operation.body.schema} />
        </div>
      )}
      {operation.answers.map(({ status, description, mediaType, schema }) => (
        <div key={status}>
          <h3 className="mb-1 text-sm font-medium text-ink-2">
            {status} {description} {mediaType && <code className="text-xs">{mediaType}</code>}
          </h3>
          {schema && <Fields caption={`${t('answer')} ${status}`} schema={schema} />}
        </div>
      ))}
    </div>
  );
}

/** Method, address and sentence; a click opens what is sent and answered, under an address of its own. */
export function Operation({ operation, open }: { operation: OperationView; open: boolean }) {
  return (
    <section
      id={operation.id}
      aria-label={operation.summary}
      className="scroll-mt-16 border-b border-line last:border-b-0"
    >
      <Link
        href={open ? '/api-docs' : `/api-docs?operation=${operation.id}#${operation.id}`}
        prefetch={false}
        aria-expanded={open}
        className="focus-inset flex flex-wrap items-baseline gap-x-3 gap-y-0.5 px-5 py-2.5 hover:bg-hover"
      >
        <Badge tone={operation.method === 'GET' ? 'neutral' : 'accent'}>{operation.method}</Badge>
        <code className="text-sm break-all">{operation.path}</code>
        <span className="text-sm text-ink-2">{operation.summary}</span>
      </Link>
      {open && <Details operation={operation} />}
    </section>
  );
}

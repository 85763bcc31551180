import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { LinesTable } from '@/components/fund-imports/lines-table';
import { StatementBadge } from '@/components/fund-imports/state-badge';
import { StatementActs } from '@/components/fund-imports/statement-acts';
import { FindingsCard, StatementStats } from '@/components/fund-imports/statement-head';
import { LinkTabs } from '@/components/ui/link-tabs';
import { PageHeader } from '@/components/ui/page-header';
import { NumberedPagination } from '@/components/ui/pagination';
import { allAccepted } from '@/lib/domain/funds/imports/accepting';
import type { ImportLineView, StatementView } from '@/lib/domain/funds/imports/answers';
import { fundWords } from '@/lib/domain/funds/words';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import { withReader } from '@/lib/server/db/with-reader';
import { importChoices, statementView } from '@/lib/server/funds/imports/queries';
import { statementParams } from '@/lib/server/funds/imports/shapes';
import { pageActor } from '@/lib/server/gate';

export async function generateMetadata() {
  return { title: (await getTranslations('fundImports'))('title') };
}

const PAGE = 50;
const SHOWS = ['all', 'none', 'found', 'unsure', 'decided', 'known', 'problem'] as const;
type Show = (typeof SHOWS)[number];
const query = z.object({
  show: z.enum(SHOWS).catch('all'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

function rowsFor({ rows, findings }: StatementView, show: Show): ImportLineView[] {
  if (show === 'all') return rows;
  const odd = new Set(findings.filter(({ level }) => level !== 'info').map(({ rowNo }) => rowNo));
  return rows.filter((row) => (show === 'problem' ? odd.has(row.rowNo) : row.state === show));
}

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function FundImportPage({ params, searchParams }: Props) {
  const actor = await pageActor('fund.write');
  const where = statementParams.safeParse(await params);
  if (!where.success) notFound();
  const { id } = where.data;
  const { show, page } = query.parse(await searchParams);
  const [t, locale] = await Promise.all([getTranslations('fundImports'), getLocale()]);
  const found = await withReader(actor, async (reader) => {
    const statement = await statementView(reader, actor, id, locale);
    const { rulebook } = await rulebookInForce(reader);
    return statement && { statement, rulebook, choices: await importChoices(reader, actor) };
  });
  if (!found) notFound();
  const { statement, rulebook, choices } = found;
  const rows = rowsFor(statement, show);
  const isDraft = statement.status === 'draft';
  const unmatched = statement.rows.filter(({ state }) => state === 'none');
  const { kind, version, errors } = statement;
  const href = (to: Record<string, string>) => `/funds/imports/${id}?${new URLSearchParams({ show, ...to })}`;
  return (
    <ClientMessages namespaces={['fundImports', 'ledger', 'projects']}>
      <PageHeader
        crumbs={[{ label: t('title'), href: '/funds/imports' }, { label: statement.fileName }]}
        title={statement.fileName}
        description={
          <span className="flex flex-wrap items-center gap-2">
            <StatementBadge status={statement.status} />
            {[t(`kinds.${kind}`), statement.periodFrom && `${statement.periodFrom} – ${statement.periodTo}`]
              .filter(Boolean)
              .join(' · ')}
          </span>
        }
      />
      <div className="space-y-4">
        {kind === 'bank' && <StatementStats statement={statement} />}
        {isDraft && (
          <StatementActs
            key={version}
            statement={{ id, kind, version, errors, undecided: statement.undecided }}
            proposals={kind === 'bank' ? allAccepted(statement.rows) : []}
            left={kind === 'bank' ? unmatched.map((row) => row.id) : []}
          />
        )}
        <FindingsCard statement={statement} />
        <LinkTabs
          label={t('filter.label')}
          active={show}
          tabs={SHOWS.map((key) => ({
            key,
            label: t(`filter.${key}`, { count: rowsFor(statement, key).length }),
            href: href({ show: key }),
          }))}
        />
        <LinesTable
          statement={statement}
          rows={rows.slice((page - 1) * PAGE, page * PAGE)}
          choices={isDraft && kind === 'bank' ? choices : []}
          words={fundWords(rulebook)}
        />
        <NumberedPagination
          page={page}
          limit={PAGE}
          total={rows.length}
          shown={Math.max(0, Math.min(PAGE, rows.length - (page - 1) * PAGE))}
          hrefOf={(to) => href({ page: String(to) })}
        />
      </div>
    </ClientMessages>
  );
}

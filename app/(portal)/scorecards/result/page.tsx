import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { YearFilter } from '@/components/annual/year-filter';
import { ResultBatch } from '@/components/scorecards/result/result-batch';
import { ResultView } from '@/components/scorecards/result/result-view';
import { EmptyState } from '@/components/ui/empty-state';
import { FileLink } from '@/components/ui/file-link';
import { PageHeader } from '@/components/ui/page-header';
import { Toolbar } from '@/components/ui/toolbar';
import type { Params } from '@/components/ui/url';
import { can } from '@/lib/domain/accounts/permissions';
import { batchMoney } from '@/lib/domain/funds/batches';
import { fundWords } from '@/lib/domain/funds/words';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { resultQuery } from '@/lib/domain/scorecards/result-answers';
import { formatDate } from '@/lib/format/date';
import { ClientMessages } from '@/lib/i18n/client-messages';
import type { Actor } from '@/lib/server/actor';
import { seesWhole } from '@/lib/server/annual/ranking';
import { todayOf, yearsToChoose } from '@/lib/server/annual/year';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { clausesOf } from '@/lib/server/scorecards/clauses';
import { resultOfYear } from '@/lib/server/scorecards/result/result';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('scoreResult'))('title') };
}

const read = (actor: Actor, params: Params) =>
  withReader(actor, async (reader) => {
    const asked = resultQuery.safeParse({ year: params.year });
    return {
      found: await resultOfYear(reader, actor, asked.success ? asked.data.year : undefined),
      ledger: (await rulebookInForce(reader)).rulebook,
      today: await todayOf(reader),
      ...(await yearsToChoose(reader, actor)),
    };
  });

/** 绩效评价结果: places and grades of a year, and what they are used for. */
export default async function ResultPage({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await pageActor('scorecard.read');
  const [{ found, ledger, today, years }, t, scorecards, locale] = await Promise.all([
    read(actor, await searchParams),
    getTranslations('scoreResult'),
    getTranslations('scorecards'),
    getLocale(),
  ]);
  const year = String(found?.result.season.year ?? '');
  const final = found?.result.season.final;
  const mayIssue = can(actor.role, 'fund.allocate');
  return (
    <ClientMessages namespaces={['charts', 'scoreResult', 'annual', 'allocation']}>
      <PageHeader
        crumbs={[{ label: scorecards('title'), href: found ? `/scorecards?year=${year}` : '/scorecards' }]}
        title={found ? t('ofYear', { year }) : t('title')}
        description={
          final ? (
            <>
              {t('consent', { no: final.documentNo, day: formatDate(calendarDateOf(final.documentOn), locale) })}{' '}
              <FileLink file={final.file} />
            </>
          ) : (
            t('description')
          )
        }
      />
      <Toolbar>
        <YearFilter years={years} />
      </Toolbar>
      {found ? (
        <ResultView
          result={found.result}
          clauses={{
            ...clausesOf(found.books.season, [found.result.rewardClause]),
            ...clausesOf(found.books.planned, [found.result.preference.clause]),
          }}
          mayDecide={can(actor.role, 'scorecard.decide')}
          whole={seesWhole(actor)}
          today={today}
          batch={
            mayIssue && (
              <ResultBatch result={found.result} words={fundWords(ledger)} money={batchMoney(ledger)} today={today} />
            )
          }
        />
      ) : (
        <div className="rounded-lg border border-line bg-surface">
          <EmptyState title={t('none')} description={t('noneText')} />
        </div>
      )}
    </ClientMessages>
  );
}

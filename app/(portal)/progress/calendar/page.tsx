import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CalendarView } from '@/components/progress/calendar-view';
import { MonthNav } from '@/components/progress/month-nav';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import type { Params } from '@/components/ui/url';
import { weeksOf } from '@/lib/domain/progress/calendar';
import { monthOf } from '@/lib/domain/progress/report-month';
import { progressQuery } from '@/lib/domain/progress/schema';
import type { Actor } from '@/lib/server/actor';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { calendarOf } from '@/lib/server/progress/calendar';
import { clockOf } from '@/lib/server/progress/county-month';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('progress.calendar_'))('title') };
}

const read = (actor: Actor, params: Params) =>
  withReader(actor, async (reader) => {
    const { today } = await clockOf(reader);
    const asked = progressQuery.safeParse({ month: params.month });
    const month = (asked.success ? asked.data.month : undefined) ?? monthOf(today);
    return { month, today, entries: await calendarOf(reader, actor, month) };
  });

/** 日历: what falls due when, of everything that this person reads. */
export default async function CalendarPage({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await pageActor('project.read');
  const [{ month, today, entries }, t, words] = await Promise.all([
    read(actor, await searchParams),
    getTranslations('progress.calendar_'),
    getTranslations('progress'),
  ]);
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        more={<LinkButton href="/progress">{words('title')}</LinkButton>}
      />
      <div className="space-y-4">
        <MonthNav month={month} path="/progress/calendar" />
        <CalendarView weeks={weeksOf(month, entries)} today={today} />
      </div>
    </>
  );
}

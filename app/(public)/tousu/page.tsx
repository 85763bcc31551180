import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { CodeForm } from '@/components/tousu/code-form';
import { ComplaintForm } from '@/components/tousu/complaint-form';
import { WhereCard } from '@/components/tousu/where-card';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { TextLink } from '@/components/ui/text-link';
import { unitName } from '@/lib/format/unit-name';
import { ClientMessages } from '@/lib/i18n/client-messages';
import {
  compoundForResident,
  compoundsForResidents,
  noticeSubject,
  rulesForResidents,
} from '@/lib/server/complaints/residents';
import { countiesForResidents } from '@/lib/server/notices/residents';

const one = (most: number) => z.string().trim().max(most).optional().catch(undefined);
const id = z.uuid().optional().catch(undefined);
const querySchema = z.object({ county: one(20), q: one(40), compound: id, notice: id, code: one(60) });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('tousu'))('title') };
}

/** What is chosen so far: a notice knows its county and perhaps its compound, a compound its county. */
async function chosenOf({ county, q = '', compound: asked, notice: about }: z.output<typeof querySchema>) {
  const notice = about ? await noticeSubject(about) : null;
  const compoundId = asked ?? (q === '' ? notice?.compoundId : undefined);
  const compound = compoundId ? await compoundForResident(compoundId) : null;
  const code = compound?.county ?? county ?? notice?.county ?? null;
  const found = code && !compound ? await compoundsForResidents(code, q) : [];
  return { notice: notice && notice.county === code ? notice : null, compound, code, found };
}

/** Where a resident complains or suggests, and looks for the answer. */
export default async function ComplainPage({ searchParams }: PageProps<'/tousu'>) {
  const query = querySchema.parse(await searchParams);
  const typed = query.code?.replace(/[^\p{L}\p{N}-]/gu, '');
  if (typed) redirect(`/tousu/${encodeURIComponent(typed)}`);
  const [{ notice, compound, code, found }, counties, { subjects, replyDays }, t, locale] = await Promise.all([
    chosenOf(query),
    countiesForResidents(),
    rulesForResidents(),
    getTranslations('tousu'),
    getLocale(),
  ]);
  const county = counties.find((unit) => unit.code === code);
  const noticeId = notice ? (query.notice ?? null) : null;
  return (
    <ClientMessages namespaces={['tousu']}>
      <PageHeader title={t('title')} description={t('description', { days: String(replyDays) })} />
      <div className="space-y-4">
        {compound ? null : (
          <WhereCard
            counties={counties.map((unit) => ({ code: unit.code, name: unitName(unit, locale) }))}
            county={county?.code ?? null}
            words={query.q ?? ''}
            notice={noticeId}
            found={found}
          />
        )}
        {county && (
          <Card title={t('write')}>
            <div className="mb-4 space-y-1 rounded-md bg-sunken px-4 py-3 text-sm">
              <p>{t('chosenCounty', { name: unitName(county, locale) })}</p>
              {compound && (
                <p>
                  {t(compound.place ? 'chosenPlace' : 'chosen', { name: compound.name, place: compound.place })}{' '}
                  <TextLink href={`/tousu?county=${county.code}`}>{t('change')}</TextLink>
                </p>
              )}
              {notice && <p>{t('aboutNotice', { title: notice.title })}</p>}
            </div>
            <ComplaintForm
              about={{
                county: county.code,
                ...(compound ? { compoundId: compound.id } : {}),
                ...(noticeId ? { noticeId } : {}),
              }}
              subjects={subjects}
            />
          </Card>
        )}
        <CodeForm />
      </div>
    </ClientMessages>
  );
}

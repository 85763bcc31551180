import { Pencil } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getMessages, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { BuildingsSection } from '@/components/compounds/buildings-section';
import { DocumentsSection } from '@/components/compounds/documents-section';
import { FacilityGrid } from '@/components/compounds/facility-grid';
import { FactsCard } from '@/components/compounds/facts-card';
import { GapsCard } from '@/components/compounds/gaps-card';
import { MoreActions } from '@/components/compounds/more-actions';
import { NamesCard } from '@/components/compounds/names-card';
import { OutcomeLight } from '@/components/compounds/outcome';
import { PhotosSection } from '@/components/compounds/photos-section';
import { RegisterSection } from '@/components/compounds/register-section';
import type { Rights } from '@/components/compounds/rights';
import { SectionNav } from '@/components/compounds/section-nav';
import { TotalsCard } from '@/components/compounds/totals-card';
import { VerdictCard } from '@/components/compounds/verdict-card';
import { CompoundPlan } from '@/components/plans/compound-plan';
import { Banner } from '@/components/ui/banner';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Stat, StatGrid } from '@/components/ui/stat';
import { TextLink } from '@/components/ui/text-link';
import { CompoundVotes } from '@/components/votes/compound-votes';
import { can, onlyReads } from '@/lib/domain/accounts/permissions';
import type { Reason } from '@/lib/domain/kernel/result';
import { formatAreaNumber } from '@/lib/format/area';
import { formatDateTime } from '@/lib/format/date';
import { formatCount, NONE } from '@/lib/format/number';
import { formatReason } from '@/lib/format/reason';
import { unitNames } from '@/lib/format/unit-name';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { pageActor } from '@/lib/server/gate';
import { CompoundHistory } from './history';
import { readCompound } from './read';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('compounds'))('title') };
}

const CLOSED = { retired: 'retired', merged: 'merged', split: 'splitDone' } as const;

export default async function CompoundPage({ params, searchParams }: Props) {
  const actor = await pageActor('compound.read');
  const { id } = await params;
  if (!z.uuid().safeParse(id).success) notFound();
  const query = await searchParams;
  const { building: wanted, view, homes: shown } = query;
  const found = await readCompound(actor, id, [wanted].flat()[0], Number([shown].flat()[0]) || 0);
  if (!found) notFound();
  const { compound, buildings, mayRegister, building, homes, moreHomes, photos, documents, votes, plans } = found;
  const [t, tm, locale, messages] = await Promise.all([
    getTranslations('compounds'),
    getTranslations('maintenance'),
    getLocale(),
    getMessages(),
  ]);
  const say = (reason: Reason) => formatReason(reason, messages.reasons);
  const active = compound.status === 'active';
  const rights: Rights = {
    write: active && can(actor.role, 'compound.write'),
    retire: active && can(actor.role, 'compound.retire'),
    register: active && can(actor.role, 'register.write'),
    reveal: can(actor.role, 'personal.reveal'),
    upload: active && can(actor.role, 'file.upload') && can(actor.role, 'register.write'),
  };
  const { effective } = compound.totals;
  // What the verdict waits for stands with the verdict.
  const gaps = compound.verdict.gaps.filter((gap) => gap.severity !== 'blocking');
  const closed = CLOSED[compound.status as keyof typeof CLOSED];
  const when = [formatDateTime(new Date(compound.updatedAt), locale), compound.updatedBy].filter(Boolean).join(' · ');
  return (
    <ClientMessages namespaces={['compounds']}>
      <PageHeader
        title={compound.name}
        crumbs={[{ label: t('title'), href: '/compounds' }, { label: compound.name }]}
        marks={<OutcomeLight outcome={compound.verdict.outcome} />}
        description={[
          compound.code,
          ...unitNames([compound.county, compound.subdistrict, compound.community], locale),
          compound.address,
        ]
          .filter(Boolean)
          .join(' · ')}
        more={rights.retire && <MoreActions compound={compound} countyId={compound.county.id} buildings={buildings} />}
        action={
          rights.write && (
            <LinkButton href={`/compounds/${id}/edit`} variant="primary" icon={<Pencil aria-hidden="true" />}>
              {t('actions.edit')}
            </LinkButton>
          )
        }
      />
      {closed && (
        <div className="mb-4">
          <Banner tone="amber" title={t(closed, { reason: compound.retiredReason ?? NONE })} />
        </div>
      )}
      <StatGrid>
        <Stat label={t('fields.decisiveYear')} value={compound.verdict.decisiveYear?.toString() ?? NONE} />
        <Stat label={t('columns.buildings')} value={formatCount(effective.buildings)} />
        <Stat label={t('columns.households')} value={formatCount(effective.households)} />
        <Stat
          label={t('building.floorArea')}
          value={effective.floorArea === null ? NONE : formatAreaNumber(effective.floorArea)}
          unit={effective.floorArea === null ? undefined : '㎡'}
        />
      </StatGrid>
      <SectionNav without={[...(building ? [] : ['register']), ...(votes ? [] : ['votes'])]} />
      <div className="mt-4 grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="min-w-0 space-y-4">
          <VerdictCard
            compoundId={id}
            outcome={compound.verdict.outcome}
            decisiveYear={compound.verdict.decisiveYear}
            reasons={compound.verdict.reasons}
            clauses={compound.clauses}
            mayFill={rights.write}
            say={say}
          />
          <GapsCard compoundId={id} gaps={gaps} mayFill={rights.write} say={say} />
          <FactsCard compound={compound} />
          {votes && (
            <CompoundVotes
              compoundId={id}
              rounds={votes.rounds}
              scheme={votes.scheme}
              gates={votes.gates}
              mayWrite={active && can(actor.role, 'vote.write')}
              mayMend={!onlyReads(actor.role)}
            />
          )}
          {plans && (
            <CompoundPlan compoundId={id} versions={plans} mayWrite={active && can(actor.role, 'plan.write')} />
          )}
          <FacilityGrid facilities={compound.facilities} names={compound.facilityNames} />
          <BuildingsSection compoundId={id} buildings={buildings} mayWrite={rights.write} mayOpen={mayRegister} />
          <RegisterSection
            compoundId={id}
            buildings={buildings}
            building={building}
            homes={homes}
            more={moreHomes}
            view={view === 'table' ? 'table' : 'grid'}
            rights={rights}
          />
          <PhotosSection compoundId={id} photos={photos} mayAdd={rights.upload} />
          <DocumentsSection compoundId={id} documents={documents} mayAdd={rights.upload} />
        </div>
        <aside className="min-w-0 space-y-4">
          <TotalsCard totals={compound.totals} />
          {can(actor.role, 'contribution.read') && (
            <Card
              title={tm('title')}
              action={
                <TextLink href={`/compounds/${id}/maintenance-fund`} className="text-sm">
                  {tm('open')}
                </TextLink>
              }
            >
              <p className="text-sm text-ink-3">{tm('about')}</p>
            </Card>
          )}
          <NamesCard aliases={compound.aliases} lineage={compound.lineage} />
          <CompoundHistory actor={actor} compound={compound} params={query} lastChange={t('history.by', { when })} />
        </aside>
      </div>
    </ClientMessages>
  );
}

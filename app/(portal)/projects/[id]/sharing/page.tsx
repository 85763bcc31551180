import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { readProject } from '@/app/(portal)/projects/read';
import { AgreeCard } from '@/components/sharing/agree-card';
import { CompoundsCard } from '@/components/sharing/compounds-card';
import { GivenCard } from '@/components/sharing/given-card';
import { HouseholdsCard } from '@/components/sharing/households-card';
import { ItemsCard } from '@/components/sharing/items-card';
import { SumsCard } from '@/components/sharing/sums-card';
import { can } from '@/lib/domain/accounts/permissions';
import { parseHundredths } from '@/lib/domain/kernel/hundredths';
import type { Reason } from '@/lib/domain/kernel/result';
import { formatReason } from '@/lib/format/reason';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { loadMessages } from '@/lib/i18n/messages';
import { withReader } from '@/lib/server/db/with-reader';
import { pageActor } from '@/lib/server/gate';
import { householdShares } from '@/lib/server/sharing/households';
import { pipelineCompanies } from '@/lib/server/sharing/queries';
import { sharingSheet } from '@/lib/server/sharing/sheet';
import { wordsOf } from './read';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sharing'))('title') };
}

/** Who pays for the project: sums, what they rest on, each item with its rule, and what is missing before it is agreed. */
export default async function SharingPage({ params, searchParams }: Props) {
  const actor = await pageActor('project.read');
  const [{ id }, { compound: shown, detail }] = await Promise.all([params, searchParams]);
  const found = await readProject(actor, id);
  if (!found) notFound();
  const { project, rulebook } = found;
  const read = await withReader(actor, async (reader) => {
    const sheet = await sharingSheet(reader, actor, project.id);
    const compound = sheet?.compounds.find((one) => one.id === shown);
    const raised = parseHundredths(compound?.raised ?? '') ?? 0n;
    return {
      sheet,
      compound,
      households: compound ? await householdShares(reader, compound.id, raised, compound.rule) : [],
      companies: await pipelineCompanies(reader, project.county.id),
    };
  });
  if (!read.sheet) notFound();
  const { sheet, compound, households, companies } = read;
  const { words, moneys, fiscal, ownKinds } = wordsOf(rulebook);
  const messages = await loadMessages(await getLocale());
  const say = (one: Reason) => formatReason(one, messages.reasons);
  const difference = sheet.agreed?.difference;
  const mayWrite = project.status === 'active' && can(actor.role, 'project.write');
  const shared = { projectId: project.id, sheet, words, mayWrite };
  return (
    <ClientMessages namespaces={['sharing', 'projects']}>
      <div className="space-y-4">
        <SumsCard sheet={sheet} words={words} fiscal={fiscal} />
        <AgreeCard {...shared} missing={sheet.missing.map(say)} difference={difference ? say(difference) : null} />
        <GivenCard {...shared} moneys={moneys} companies={companies} />
        <CompoundsCard {...shared} ownKinds={ownKinds} />
        {compound && (
          <HouseholdsCard projectId={project.id} compound={compound} words={words} households={households} />
        )}
        <ItemsCard {...shared} apart={detail === '1'} />
      </div>
    </ClientMessages>
  );
}

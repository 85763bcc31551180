import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { EntrySheet } from '@/components/funds/entry-sheet';
import { can } from '@/lib/domain/accounts/permissions';
import { fundWords } from '@/lib/domain/funds/words';
import { rulebookInForce } from '@/lib/server/compounds/rulebook-in-force';
import { withReader } from '@/lib/server/db/with-reader';
import { entryDetail } from '@/lib/server/funds/queries';
import { pageActor } from '@/lib/server/gate';

export async function generateMetadata() {
  return { title: (await getTranslations('ledger'))('title') };
}

export default async function EntryPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor('fund.read');
  const { id } = await params;
  if (!z.uuid().safeParse(id).success) notFound();
  const { entry, rulebook } = await withReader(actor, async (reader) => ({
    entry: await entryDetail(reader, actor, id),
    rulebook: (await rulebookInForce(reader)).rulebook,
  }));
  if (!entry) notFound();
  return (
    <EntrySheet entry={entry} words={fundWords(rulebook)} mayReadReceipts={can(actor.role, 'contribution.read')} />
  );
}

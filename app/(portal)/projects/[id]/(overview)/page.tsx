import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageActor } from '@/lib/server/gate';
import { readProject } from '../read';

export async function generateMetadata() {
  return { title: (await getTranslations('projects'))('title') };
}

export default async function ProjectPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor('project.read');
  const found = await readProject(actor, (await params).id);
  if (!found) notFound();
  return null;
}

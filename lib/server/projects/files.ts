import 'server-only';
import type { Reason } from '@/lib/domain/kernel/result';
import { type FileFacts, type FileWanted, fileReasons } from '@/lib/domain/projects/files';
import type { Actor } from '@/lib/server/actor';
import type { Writer } from '@/lib/server/db/with-writer';
import type { HeldProject } from './lock';

interface Given {
  fileId: string | null | undefined;
  wanted: FileWanted;
  /** the field of the form that it was chosen in */
  field: string;
}

export interface Taken {
  sha256: string | null;
  reasons: Reason[];
}

type Found = FileFacts & { sha256: string };

/** A file goes where the project is: whoever is named to it reads it. */
export async function takeFile(
  tx: Writer,
  actor: Actor,
  project: Pick<HeldProject, 'id' | 'countyId'>,
  { fileId, wanted, field }: Given,
): Promise<Taken> {
  if (!fileId) return { sha256: null, reasons: [] };
  const [file] = await tx.$queryRaw<Found[]>`
    SELECT name, media_type AS "mediaType", sha256, project_id AS "projectId", county_id AS "countyId", uploaded_by AS "uploadedBy"
    FROM stored_file WHERE id = ${fileId}::uuid AND purpose IN ('photo', 'document')`;
  const use = { accountId: actor.accountId, projectId: project.id, countyId: project.countyId };
  const reasons = fileReasons(file ?? null, use, wanted, field);
  if (!file || reasons.length > 0) return { sha256: null, reasons };
  if (file.projectId !== null) return { sha256: file.sha256, reasons };
  const claimed = await tx.$executeRaw`
    UPDATE stored_file SET project_id = ${project.id}::uuid, county_id = ${project.countyId}::uuid WHERE id = ${fileId}::uuid AND project_id IS NULL`;
  // another project was faster
  return claimed > 0
    ? { sha256: file.sha256, reasons }
    : { sha256: null, reasons: fileReasons(null, use, wanted, field) };
}

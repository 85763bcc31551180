import 'server-only';
import type { Tx } from '@/lib/server/db/with-actor';

export interface FileFound {
  sha256: string;
  isPicture: boolean;
  /** it stands with another project, or in another county */
  ofOther: boolean;
}

/** A file that was uploaded before, as far as this person sees it. */
export async function fileFor(tx: Tx, projectId: string, fileId: string): Promise<FileFound | null> {
  const [file] = await tx.$queryRaw<FileFound[]>`
    SELECT sha256, media_type LIKE 'image/%' AS "isPicture", coalesce(project_id <> ${projectId}::uuid, county_id <> (SELECT p.county_id FROM project p WHERE p.id = ${projectId}::uuid), false) AS "ofOther"
    FROM stored_file WHERE id = ${fileId}::uuid AND purpose IN ('photo', 'document')`;
  return file ?? null;
}

/** From here on it is the project's: its county reads it, and whoever is named to the project. */
export async function takeFile(tx: Tx, projectId: string, fileId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE stored_file f SET project_id = p.id, county_id = coalesce(f.county_id, p.county_id) FROM project p
    WHERE f.id = ${fileId}::uuid AND p.id = ${projectId}::uuid AND f.project_id IS DISTINCT FROM p.id`;
}

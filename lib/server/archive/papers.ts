import 'server-only';
import { can } from '@/lib/domain/accounts/permissions';
import type { PaperView, ProjectPapers } from '@/lib/domain/archive/answers';
import { checklist, permitNeed } from '@/lib/domain/archive/checklist';
import { mayFile } from '@/lib/domain/archive/filing';
import { clause } from '@/lib/domain/rulebook/rulebook';
import type { Actor } from '@/lib/server/actor';
import { Prisma } from '@/lib/server/db/sql';
import type { Reader } from '@/lib/server/db/with-reader';
import { instant } from '@/lib/server/votes/rows';
import { type ProjectGround, projectGround, projectHead } from './project';

export async function papersOf(reader: Reader, projectId: string, where = Prisma.sql`true`): Promise<PaperView[]> {
  return reader.$queryRaw<PaperView[]>(Prisma.sql`
    SELECT p.id, p.kind, p.stage, p.no, p.title, p.document_no AS "documentNo", p.issued_on::text AS "issuedOn", p.issuer, p.note, p.status, p.ended_reason AS "endedReason",
      CASE WHEN c.id IS NOT NULL THEN json_build_object('id', c.id, 'name', c.name) END AS compound,
      json_build_object('id', p.file_id, 'name', coalesce(f.name, ''), 'size', coalesce(f.size, 0), 'mediaType', coalesce(f.media_type, '')) AS file,
      p.file_sha256 AS sha256, coalesce(anju_name_of(p.created_by), '') AS "filedBy", ${instant('p.created_at')} AS "filedAt"
    FROM paper p LEFT JOIN stored_file f ON f.id = p.file_id LEFT JOIN compound c ON c.id = p.compound_id
    WHERE p.project_id = ${projectId}::uuid AND ${where} ORDER BY p.stage, p.kind, p.no DESC, p.id LIMIT 2000`);
}

/** Of each stage: the kinds of papers that belong there, where each stands, and every version that was filed. */
export function stagesOf(ground: ProjectGround, papers: readonly PaperView[], actor: Actor): ProjectPapers['stages'] {
  const { rulebook, workflow, roles, completed } = ground;
  const filed = new Set(papers.filter(({ status }) => status === 'current').map(({ kind }) => kind));
  const writes = can(actor.role, 'paper.write') && ground.status !== 'withdrawn';
  return checklist(rulebook, filed, ground).map(({ stage, lines, whole }) => {
    const named = rulebook.stages.find(({ number }) => number === stage);
    return {
      stage,
      name: named?.name ?? String(stage),
      nameEn: named?.nameEn ?? String(stage),
      completed: completed.includes(stage),
      whole,
      kinds: lines.map(({ kind, state }) => ({
        code: kind.code,
        name: kind.name,
        nameEn: kind.nameEn,
        numbered: kind.numbered,
        required: kind.required,
        clause: kind.clause,
        why: clause(rulebook, kind.clause)?.text ?? '',
        state,
        mayFile: writes && mayFile(workflow, kind.code, roles),
      })),
      papers: papers.filter((paper) => paper.stage === stage),
    };
  });
}

export async function projectPapers(reader: Reader, actor: Actor, id: string): Promise<ProjectPapers | null> {
  const ground = await projectGround(reader, actor, id);
  if (!ground) return null;
  const papers = await papersOf(reader, id);
  const current = papers.filter(({ status }) => status === 'current');
  return {
    project: projectHead(ground),
    compounds: ground.compounds,
    permits: permitNeed(ground.rulebook, ground),
    stages: stagesOf(ground, papers, actor),
    current: { papers: current.length, bytes: current.reduce((sum, { file }) => sum + file.size, 0) },
  };
}

import type { Line, PageEntry } from './lines';

/** Papers, acceptance and aftercare of a project. */
export const ARCHIVE_PAGES: Record<string, PageEntry> = {
  '/projects/[id]/acceptance': { may: 'project.read', of: 'GET /projects/{id}/acceptances' },
  '/projects/[id]/aftercare': { may: 'project.read', of: 'GET /projects/{id}/aftercare' },
  '/projects/[id]/papers': { may: 'project.read', of: 'GET /projects/{id}/papers' },
};

export const ARCHIVE_OPERATIONS: Record<string, Line> = {
  'GET /projects/{id}/acceptances': ['project.read', 'territory'],
  'POST /projects/{id}/acceptances': ['acceptance.write', 'territory'],
  'PATCH /projects/{id}/acceptances/{acceptanceId}': ['acceptance.write', 'territory'],
  'POST /projects/{id}/acceptances/{acceptanceId}/conclude': ['acceptance.write', 'territory'],
  'GET /projects/{id}/acceptances/{acceptanceId}/opinion-book': ['project.read', 'territory'],
  'POST /projects/{id}/acceptances/{acceptanceId}/opinions': ['acceptance.write', 'territory'],
  'POST /projects/{id}/acceptances/{acceptanceId}/opinions/{opinionId}/retire': ['acceptance.write', 'territory'],
  'GET /projects/{id}/aftercare': ['project.read', 'territory'],
  // with a picture of the county's office: a community sends its own (tests/e2e/project-life.spec.ts)
  'PUT /projects/{id}/aftercare/{checkId}': ['aftercare.write', 'offices'],
  'PUT /projects/{id}/final-account': ['acceptance.write', 'territory'],
  'POST /projects/{id}/handover': ['aftercare.write', 'territory'],
  'PATCH /projects/{id}/handover/{itemId}': ['aftercare.write', 'territory'],
  'POST /projects/{id}/handover/{itemId}/retire': ['aftercare.write', 'territory'],
  'GET /projects/{id}/handover/list.docx': ['project.read', 'territory'],
  'GET /projects/{id}/handover/list.xlsx': ['project.read', 'territory'],
  'GET /projects/{id}/package': ['project.read', 'territory'],
  'GET /projects/{id}/papers': ['project.read', 'territory'],
  // with a file of the county's office: a town files its own
  'POST /projects/{id}/papers': ['paper.write', 'offices'],
  'POST /projects/{id}/papers/{paperId}/withdraw': ['paper.write', 'territory'],
  'PUT /projects/{id}/property-service': ['aftercare.write', 'territory'],
};

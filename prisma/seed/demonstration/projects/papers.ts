import { isFiled, type PaperWords, papersOf } from './paper-words';
import { dateOf, filed, hasTaken, idOfPerson, instantOf, type Told } from './told';

/** Filed before today's morning, whatever the calendar would have. */
const dayOf = (day: number): number => Math.min(day, -1);

function write(told: Told, paper: PaperWords, no: number, isCurrent: boolean): void {
  const day = dayOf(paper.day - (isCurrent ? 0 : 8));
  const { kind, stage, title, number, issuer, by, paragraphs } = paper;
  const file = filed(told, by, day, { title, number, issuer, paragraphs });
  told.ground.rows.add('paper', {
    ...{ id: told.ground.next('paper'), project_id: told.id, kind, stage, no, title, document_no: number },
    ...{ issued_on: dateOf(told, day), issuer, file_id: file.id, file_sha256: file.sha256 },
    ...{
      status: isCurrent ? 'current' : 'superseded',
      created_by: idOfPerson(told, by),
      created_at: instantOf(told, day),
    },
  });
}

/** Papers that were filed again: after the review returned the report, or when the estimate grew. */
function versions(told: Told, kind: string): number {
  const { returned, grown } = told.story;
  if (grown && ['design', 'costEstimate'].includes(kind)) return 2;
  return returned?.step === '4.review' && hasTaken(told, '4.review') && kind === 'design' ? 2 : 1;
}

export function tellPapers(told: Told): void {
  const { withoutProperty } = told.story;
  for (const paper of papersOf(told).filter((one) => isFiled(told, one))) {
    if (paper.kind === 'propertyContract' && withoutProperty) continue;
    const last = versions(told, paper.kind);
    for (let no = 1; no <= last; no++) write(told, paper, no, no === last);
  }
}

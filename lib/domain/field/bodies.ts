import { type InspectionBody, photoOf, SITE_PHOTO } from '../inspections/filled';
import type { ReportBody } from '../progress/filled';
import type { BallotView } from '../votes/answers';
import { towards } from '../votes/decisions';
import type { FieldRecord, OfflineBallots, PhotoRef, PhotoSlot } from './types';

const fileOf = (photos: readonly PhotoRef[], slot: PhotoSlot): string | undefined =>
  photos.find((photo) => photo.slot === slot)?.fileId ?? undefined;

const filesOf = (photos: readonly PhotoRef[], prefix: string): string[] =>
  photos.flatMap(({ slot, fileId }) => (slot.startsWith(prefix) && fileId ? [fileId] : []));

function ballotBody(body: OfflineBallots, photos: readonly PhotoRef[]): OfflineBallots {
  const [ballot] = body.ballots;
  const [photo, authorisation] = [fileOf(photos, 'ballot'), fileOf(photos, 'proxy')];
  return {
    ...body,
    ballots: [
      {
        ...ballot,
        ...(photo ? { photoFileId: photo } : {}),
        ...(ballot.proxy && authorisation ? { proxy: { ...ballot.proxy, fileId: authorisation } } : {}),
      },
    ],
  };
}

function inspectionBody(body: InspectionBody, photos: readonly PhotoRef[]): InspectionBody {
  return {
    ...body,
    photoFileIds: filesOf(photos, SITE_PHOTO),
    checks: body.checks.map((check) => {
      if (!check.finding) return check;
      const { photoFileId: _notYet, ...finding } = check.finding;
      const photo = fileOf(photos, photoOf(check.code));
      return { ...check, finding: photo ? { ...finding, photoFileId: photo } : finding };
    }),
  };
}

/** Pictures that the report had already stay; those of this device come after them. */
const reportBody = (body: ReportBody, photos: readonly PhotoRef[]): ReportBody => ({
  ...body,
  photos: [...body.photos, ...filesOf(photos, 'month.')],
});

type Finished = FieldRecord & { body: NonNullable<FieldRecord['body']> };

/** What is sent: the body with the numbers that the server gave to the photos. A record that is still being written has none. */
export function requestBody<R extends FieldRecord>(record: R): R['body'];
export function requestBody(record: FieldRecord): FieldRecord['body'] {
  if (record.body === null) return null;
  const { kind, body, photos } = record as Finished;
  switch (kind) {
    case 'ballot':
      return ballotBody(body, photos);
    case 'inspection':
      return inspectionBody(body, photos);
    case 'report':
      return reportBody(body, photos);
    default:
      return body;
  }
}

/** The ballot as its officer decided beside another's. */
export const decidedBallot = (
  body: OfflineBallots,
  theirs: BallotView,
  whose: 'mine' | 'theirs',
  reason: string,
): OfflineBallots => ({
  ...body,
  ballots: [towards(body.ballots[0], whose === 'mine' ? 'replaces' : 'beside', theirs.id, reason)],
});

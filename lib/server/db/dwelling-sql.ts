import 'server-only';
import { BARE_UNIT } from '@/lib/domain/compounds/dwelling-name';
import { Prisma } from './sql';

/** dwellingName() as SQL, of the columns that are named. */
export const dwellingSql = (building: string, unitNo: string, room: string) =>
  Prisma.raw(
    `concat_ws(' ', ${building}, CASE WHEN ${unitNo} ~ '${BARE_UNIT.source}' THEN ${unitNo} || '单元' ELSE nullif(${unitNo}, '') END, ${room})`,
  );

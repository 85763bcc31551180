import 'server-only';
import { type CalendarDate, calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import type { Asked } from './kind';

export interface OpenCampaign {
  id: string;
  name: string;
  opensOn: CalendarDate;
  closesOn: CalendarDate;
}

/** The survey campaign that is open now and closes first. */
export async function openCampaign({ tx, actor }: Asked): Promise<OpenCampaign | undefined> {
  const [found] = await tx.$queryRaw<{ id: string; name: string; opens: string; closes: string }[]>`
    SELECT id, name, opens_on::text AS opens, closes_on::text AS closes FROM survey_campaign
    WHERE prefecture_id = ${actor.prefectureId}::uuid AND status = 'open' AND opens_on <= anju_today() ORDER BY closes_on, id LIMIT 1`;
  return (
    found && {
      id: found.id,
      name: found.name,
      opensOn: calendarDateOf(found.opens),
      closesOn: calendarDateOf(found.closes),
    }
  );
}

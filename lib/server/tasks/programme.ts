import 'server-only';
import { can } from '@/lib/domain/accounts/permissions';
import { type TasksOf, task } from './kind';
import { openCampaign } from './open-campaign';

interface State {
  current: boolean;
  campaigns: number;
  incomplete: number;
}

/** What the prefecture bureau owes the programme: a current year, a campaign, and in time the frozen total. */
export const programmeSteps: TasksOf = async (asked) => {
  const { tx, actor } = asked;
  if (!can(actor.role, 'programme.write')) return [];
  const [state] = await tx.$queryRaw<State[]>`
    SELECT EXISTS (SELECT 1 FROM programme_year WHERE current AND prefecture_id = ${actor.prefectureId}::uuid) AS current,
      (SELECT count(*)::int FROM survey_campaign WHERE prefecture_id = ${actor.prefectureId}::uuid) AS campaigns,
      (SELECT coalesce(sum(compounds), 0)::int FROM survey_total
        WHERE dimension = 'all' AND outcome = 'incomplete' AND county_id = ANY (${actor.counties}::uuid[])) AS incomplete`;
  const campaign = await openCampaign(asked);
  return [
    ...(state?.current
      ? []
      : [task(asked, { key: 'year:current', kind: 'currentYearMissing', href: '/programme?form=year' })]),
    ...(state?.campaigns === 0
      ? [task(asked, { key: 'campaign:none', kind: 'campaignMissing', href: '/programme?form=campaign' })]
      : []),
    ...(campaign && can(actor.role, 'baseline.freeze')
      ? [
          task(asked, {
            key: `baseline:${campaign.id}`,
            kind: 'baselineFreeze',
            href: `/programme/campaigns/${campaign.id}#freeze`,
            params: { name: campaign.name, count: state?.incomplete ?? 0 },
            dueOn: campaign.closesOn,
          }),
        ]
      : []),
  ];
};

import * as agree from '@/app/api/v1/projects/[id]/sharing/agree/route';
import * as changes from '@/app/api/v1/projects/[id]/sharing/changes/route';
import type { SharingSheet } from '@/lib/domain/sharing/answers';
import type { Side } from '../../support/every/side';
import type { Stage } from '../../support/every/stage';
import { projectAt } from '../../support/stage-project';
import { asClerk, type Make, WHY } from './make';

const planned = (s: Stage, d: Side) => projectAt(s.world, 3, 'complete', d);

/** The roads of its compound cost 60,000.00: half of it by a company. */
const split = (s: Stage, d: Side, compoundId: string) => ({
  ...{ compoundId, item: 'C-R07', reason: '县人民政府专题会议纪要' },
  parts: [
    { source: 'local', kind: 'county', amount: '30000.00' },
    { source: 'other', payer: s.nameOf(d, '供排水公司'), amount: '30000.00' },
  ],
});

async function changed(s: Stage, d: Side) {
  const { id, compoundId } = await planned(s, d);
  const sheet = await s.post<SharingSheet>(d.clerk, changes, split(s, d, compoundId), { params: { id } });
  const change = sheet.items.find((item) => item.change)?.change;
  return { id, sheet, changeId: change?.id ?? '' };
}

async function agreed(s: Stage, d: Side) {
  const { id, sheet } = await changed(s, d);
  await s.post(d.clerk, agree, undefined, { params: { id }, headers: { 'if-match': `"${sheet.version}"` } });
  return { id };
}

/** One for every operation about who pays for a project. */
export const SHARING_EXAMPLES: Record<string, Make> = {
  'GET /projects/{id}/sharing': asClerk(async (s, d) => ({ params: { id: (await planned(s, d)).id } })),
  'PATCH /projects/{id}/sharing': asClerk(async (s, d) => {
    const { id, compoundId } = await planned(s, d);
    const cover = [{ source: 'central', kind: null, payer: null, amount: '1000.00' }];
    const compounds = [{ compoundId, rule: 'household', formerUnit: false, unit: s.nameOf(d, '粮食局'), ownMoney: [] }];
    return { params: { id }, version: 0, body: { cover, subsidy: '0.00', compounds } };
  }),
  'POST /projects/{id}/sharing/agree': asClerk(async (s, d) => ({
    ...{ params: { id: (await planned(s, d)).id }, version: 0 },
  })),
  'POST /projects/{id}/sharing/changes': asClerk(async (s, d) => {
    const { id, compoundId } = await planned(s, d);
    return { params: { id }, body: split(s, d, compoundId) };
  }),
  'POST /projects/{id}/sharing/changes/{changeId}/retire': asClerk(async (s, d) => {
    const { id, changeId } = await changed(s, d);
    return { params: { id, changeId }, body: WHY };
  }),
  'GET /projects/{id}/sharing/notices': asClerk(async (s, d) => ({ params: await agreed(s, d) })),
  'GET /projects/{id}/sharing/notices/docx': asClerk(async (s, d) => ({
    params: await agreed(s, d),
    query: { payer: `other/${s.nameOf(d, '供排水公司')}`, dueOn: '2099-06-30' },
  })),
};

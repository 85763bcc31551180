import type { Page, TestInfo } from '@playwright/test';
import sharp from 'sharp';
import { PERSONAS } from '../../support/personas';
import { ownName, register, send } from './office';
import { planned } from './plan';
import { building, dayOf } from './project';

interface Made {
  id: string;
  name: string;
}

/** A project of the clerk's that is being built under contract from today on, with a supervisor. */
export async function siteOf(
  clerk: Page,
  info: TestInfo,
  name: string,
): Promise<Made & { day: string; builder: string }> {
  const home = await register(clerk, ownName(info, name), ['1栋']);
  await planned(clerk, home.id);
  const day = await dayOf(clerk);
  const builder = ownName(info, `${name}建设公司`);
  const named = { name: ownName(info, `${name}改造`), year: Number(day.slice(0, 4)), compoundIds: [home.id] };
  const project = await send<Made>(clerk, 'POST', '/projects', named);
  const company = await send<Made>(clerk, 'POST', '/companies', { name: builder, kinds: ['construction'] });
  await send(clerk, 'POST', `/projects/${project.id}/contracts`, {
    ...{ kind: 'construction', no: '施-1', name: '施工合同', companyId: company.id, amount: '100.00' },
    ...{ tenderMethod: 'direct', signedOn: day, startOn: day },
  });
  await send(clerk, 'POST', `/projects/${project.id}/parties`, { kind: 'construction', companyId: company.id });
  const { username } = PERSONAS.lufengSupervisor;
  const { items } = await send<{ items: Made[] }>(clerk, 'GET', `/users?q=${username}`);
  await send(clerk, 'POST', `/projects/${project.id}/people`, { accountId: items[0]?.id });
  await building(project.id);
  return { ...project, name: named.name, day, builder };
}

/** A picture as a phone takes it. */
export const snapshot = async (name: string) => ({
  ...{ name, mimeType: 'image/jpeg' },
  buffer: await sharp({ create: { width: 1200, height: 900, channels: 3, background: '#875' } })
    .jpeg()
    .toBuffer(),
});

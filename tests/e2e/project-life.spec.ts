import { expect } from '@playwright/test';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import { PERSONAS } from '../support/personas';
import { seemly } from './steps/access';
import { draftRound, uploadPhoto } from './steps/field';
import { afterDays, ONE_DESK, ownName, send, test } from './steps/office';
import {
  certify,
  completeNotice,
  dayOf,
  filePapers,
  lacking,
  publish,
  take,
  uploadPaper,
  voteToResult,
  writePlan,
} from './steps/project';

interface Made {
  id: string;
  version: number;
}

/** Years that no other journey plans: each run has one of its own. */
const ownYear = () => 2040 + (Math.floor(Date.now() / 1000) % 60);
const NOTICE_DAYS = 8;

test(
  '一个项目从摸底到后续管理：社区、镇、县市住建局、发改局、州住建局、实施单位、监理各办各的，缺什么系统都说',
  ONE_DESK,
  async ({ desk }, info) => {
    test.setTimeout(480_000);
    const year = ownYear();
    const name = ownName(info, '全程苑');
    const clerk = await desk(PERSONAS.lufengClerk);
    const bureau = await desk(PERSONAS.prefectureBureau);
    const officer = await desk(PERSONAS.lufengCommunity);

    const first = await draftRound(clerk, officer, name, ['101', '201']);
    const { compound } = await send<{ compound: { id: string } }>(clerk, 'GET', `/rounds/${first.id}`);
    const compoundId = compound.id;
    await test.step('摸底：资料齐全，认定符合', async () => {
      const { version } = await send<Made>(clerk, 'GET', `/compounds/${compoundId}`);
      const facts = {
        ...{ insideTown: true, legalTitle: true, facilitiesIncomplete: true, environmentPoor: true },
        ...{ managementMissing: false, facilitiesBackward: false, inShantytownPlan: false, plannedDemolition: false },
        ...{ mainlySelfBuilt: false, urbanVillage: false },
      };
      const saved = await send<{ eligibility: { outcome: string } }>(
        clerk,
        'PATCH',
        `/compounds/${compoundId}`,
        facts,
        version,
      );
      expect(JSON.stringify(saved)).toContain('"eligible"');
    });
    const { items: rulebooks } = await send<{ items: { id: string; version: string }[] }>(bureau, 'GET', '/rulebook');
    await send(bureau, 'POST', '/programme/years', {
      ...{ year, rulebookId: rulebooks.find(({ version }) => version === chuxiong2020.version)?.id, targetShare: 100 },
      ...{ startBy: `${year}-02-28`, completeBy: `${year}-06-30` },
    });
    const resultOne = await voteToResult(desk, first);

    await afterDays(NOTICE_DAYS, async () => {
      const county = await desk(PERSONAS.lufengClerk);
      const community = await desk(PERSONAS.lufengCommunity);
      await completeNotice(community, resultOne);
      await certify(county, first.id);
      const project = await send<Made>(county, 'POST', '/projects', {
        ...{ name: `${name}改造`, year, compoundIds: [compoundId], renovationType: 'comprehensive' },
      });
      const { id } = project;
      await take(county, id, '完成本阶段');

      await test.step('第二阶段：缺项目清单公示和可研批复，都说明', async () => {
        await lacking(county, id, /还没有列入改造项目清单公示/);
        await lacking(county, id, /还没有列入年度可行性研究报告/);
        await expect(county.locator('#next').getByRole('button', { name: '完成本阶段' })).toBeDisabled();
        await seemly(county, 'stages of a project');
      });
      await publish(county, { kind: 'list', compounds: [{ compoundId, note: '综合整治' }] });
      const fileId = await uploadPaper(county, '年度可研');
      const report = await send<Made>(county, 'POST', '/feasibility-reports', {
        ...{ year, title: `${year}年度可行性研究报告（${name}）`, investment: '130000.00', fileId, projectIds: [id] },
      });
      const documentOn = await dayOf(county);
      const consented = await send<Made>(
        county,
        'POST',
        `/feasibility-reports/${report.id}/consent`,
        { documentNo: '禄政复〔1〕号', documentOn },
        report.version,
      );
      const drc = await desk(PERSONAS.lufengDrc);
      await send(
        drc,
        'POST',
        `/feasibility-reports/${report.id}/approve`,
        { documentNo: '禄发改〔1〕号', documentOn },
        consented.version,
      );

      await afterDays(NOTICE_DAYS, () => onwards({ id, compoundId, year, name }));
    });

    interface Known {
      id: string;
      compoundId: string;
      year: number;
      name: string;
    }

    async function onwards({ id, compoundId: home, year: ofYear, name: called }: Known) {
      const county = await desk(PERSONAS.lufengClerk);
      const prefecture = await desk(PERSONAS.prefectureBureau);
      await take(county, id, '完成本阶段');

      await test.step('第三阶段：方案定稿，资金来源与造价分文不差，落实实施单位', async () => {
        await writePlan(county, home);
        await lacking(county, id, /资金来源合计 0.00 元，方案造价 130,000.00 元/);
        await send(county, 'POST', `/projects/${id}/funding`, { source: 'central', amount: '129000.00' });
        await send(county, 'POST', `/projects/${id}/funding`, {
          source: 'residents',
          kind: 'selfRaised',
          amount: '1000.00',
        });
        const company = await send<Made>(county, 'POST', '/companies', {
          name: `${called}城投`,
          kinds: ['investment', 'construction', 'supervision'],
        });
        const { version } = await send<Made>(county, 'GET', `/projects/${id}`);
        await send(
          county,
          'PATCH',
          `/projects/${id}`,
          {
            entityKind: 'company',
            entityCompanyId: company.id,
            estimate: '130000.00',
            newLand: false,
            newPipelines: false,
            structuralWork: false,
          },
          version,
        );
        await take(county, id, '完成本阶段');
        await works(company.id);
      });

      async function works(companyId: string) {
        const { items } = await send<{ items: { id: string }[] }>(
          county,
          'GET',
          `/users?q=${PERSONAS.lufengEntity.username}`,
        );
        const watcher = await send<{ items: { id: string }[] }>(
          county,
          'GET',
          `/users?q=${PERSONAS.lufengSupervisor.username}`,
        );
        await send(county, 'POST', `/projects/${id}/people`, { accountId: items[0]?.id });
        await send(county, 'POST', `/projects/${id}/people`, { accountId: watcher.items[0]?.id });
        const entity = await desk(PERSONAS.lufengEntity);

        await test.step('第四阶段：实施单位报送，州审查，县审批，报备案，州登记', async () => {
          await lacking(entity, id, '还没有归入“初步设计文件”。请上传该资料。');
          await filePapers(entity, id, [
            'design',
            'costEstimate',
            'fundRaisingPlan',
            'maintenanceFundPlan',
            'propertyServicePlan',
          ]);
          await take(entity, id, '报送初步设计');
          await prefecture.goto('/');
          await expect(prefecture.getByText(`${called}改造`).first()).toBeVisible();
          await lacking(prefecture, id, '还没有归入“技术性审查意见”。请上传该资料。');
          await filePapers(prefecture, id, ['technicalReview']);
          await take(prefecture, id, '技术性审查');
          await filePapers(county, id, ['designApproval']);
          await take(county, id, '审批初步设计');
          await take(county, id, '报州住建局备案');
          await take(prefecture, id, '备案登记');
        });

        const scheme = await test.step('第五阶段：方案六个部分公示，同步第二次表决', async () => {
          let draft = await send<Made>(county, 'POST', '/schemes', {
            compoundId: home,
            title: '改造方案',
            estimate: '130000.00',
            ownersShare: '1000.00',
          });
          for (const { code, name: part } of chuxiong2020.votes.schemeParts)
            draft = await send<Made>(
              county,
              'PUT',
              `/schemes/${draft.id}/parts/${code}`,
              { summary: `${part}见附件。` },
              draft.version,
            );
          draft = await send<Made>(county, 'POST', `/schemes/${draft.id}/finalize`, undefined, draft.version);
          const designNotice = await publish(county, { kind: 'design', schemeId: draft.id });
          const community = await desk(PERSONAS.lufengCommunity);
          const round = await send<Made>(community, 'POST', '/rounds', {
            compoundId: home,
            round: 2,
            schemeId: draft.id,
          });
          return { designNotice, round, result: await voteToResult(desk, round) };
        });

        await afterDays(NOTICE_DAYS, async () => {
          const [clerkNow, officerNow, bureauNow, entityNow] = [
            await desk(PERSONAS.lufengClerk),
            await desk(PERSONAS.lufengCommunity),
            await desk(PERSONAS.prefectureBureau),
            await desk(PERSONAS.lufengEntity),
          ];
          await completeNotice(officerNow, scheme.result);
          await completeNotice(clerkNow, scheme.designNotice);
          await certify(clerkNow, scheme.round.id);
          await take(officerNow, id, '完成本阶段');

          await test.step('申请、排序、年度实施计划：没有列入计划，不能完成施工图设计', async () => {
            await lacking(entityNow, id, /项目还没有提出改造申请/);
            const application = await send<Made>(officerNow, 'POST', '/applications', {
              ...{ projectId: id, year: ofYear, applicant: '业主委员会', appliedOn: await dayOf(officerNow) },
              fileId: await uploadPaper(officerNow, '改造申请'),
            });
            await send(
              clerkNow,
              'POST',
              `/applications/${application.id}/answer`,
              { verdict: 'accepted' },
              application.version,
            );
            await lacking(entityNow, id, /还没有列入已确认的年度实施计划/);
            const plan = await send<Made>(bureauNow, 'POST', '/annual-plans', { year: ofYear });
            const budgets = [
              { countyId: null, source: 'central', amount: '500000.00' },
              { countyId: null, source: 'residents', amount: '500000.00' },
            ];
            const budgeted = await send<Made>(
              bureauNow,
              'PUT',
              `/annual-plans/${plan.id}/budgets`,
              { budgets },
              plan.version,
            );
            const documentOn = await dayOf(bureauNow);
            await send(
              bureauNow,
              'POST',
              `/annual-plans/${plan.id}/confirm`,
              { documentNo: `楚住建〔${ofYear}〕1号`, documentOn },
              budgeted.version,
            );
          });

          await test.step('第六、七阶段：施工图、预算和审核，施工和监理定标', async () => {
            await filePapers(entityNow, id, ['drawings', 'budget', 'budgetAudit']);
            const { version } = await send<Made>(clerkNow, 'GET', `/projects/${id}`);
            await send(clerkNow, 'PATCH', `/projects/${id}`, { budget: '129500.00' }, version);
            await take(entityNow, id, '完成本阶段');
            await lacking(entityNow, id, /施工还没有定标/);
            const day = await dayOf(clerkNow);
            for (const kind of ['construction', 'supervision'])
              await send(clerkNow, 'POST', `/projects/${id}/contracts`, {
                ...{ kind, no: `${called}-${kind}`, name: '合同', companyId, amount: '60000.00' },
                ...{ tenderMethod: 'open', awardedOn: day, signedOn: day, startOn: day },
              });
            await take(entityNow, id, '完成本阶段');
          });

          await test.step('第八阶段：监理发现问题，整改复查后才能报完工，县里确认', async () => {
            const supervisor = await desk(PERSONAS.lufengSupervisor);
            const day = await dayOf(supervisor);
            const finding = await send<Made>(supervisor, 'POST', `/projects/${id}/findings`, {
              ...{
                kind: 'quality',
                grade: 'minor',
                place: '1栋',
                content: '屋面泛水高度不足',
                inspectedOn: day,
                limitOn: day,
              },
            });
            const { items: buildings } = await send<{ items: { id: string }[] }>(
              clerkNow,
              'GET',
              `/compounds/${home}/buildings`,
            );
            await send(entityNow, 'POST', `/projects/${id}/completions`, {
              completedOn: day,
              items: [
                { compoundId: home, item: 'C-R07' },
                { compoundId: home, item: 'C-I06' },
                ...buildings.map((building) => ({ compoundId: home, buildingId: building.id, item: 'B-R01' })),
              ],
            });
            await lacking(entityNow, id, /还有 1 个检查问题没有整改/);
            const rectified = await send<Made>(
              entityNow,
              'POST',
              `/projects/${id}/findings/${finding.id}/rectify`,
              { rectifiedOn: day, rectification: '已返工' },
              finding.version,
            );
            await send(
              supervisor,
              'POST',
              `/projects/${id}/findings/${finding.id}/recheck`,
              { passed: true, recheckedOn: day },
              rectified.version,
            );
            await take(entityNow, id, '报告完工');
            await take(clerkNow, id, '确认完工');
          });

          await test.step('第九阶段：各方联合验收，决算审计，资料移交', async () => {
            const day = await dayOf(clerkNow);
            let acceptance = await send<Made>(clerkNow, 'POST', `/projects/${id}/acceptances`, {
              heldOn: day,
              place: '小区',
            });
            for (const party of chuxiong2020.workflow?.acceptanceParties ?? []) {
              const fileId = await uploadPaper(clerkNow, `${party.name}签署`);
              acceptance = await send<Made>(
                clerkNow,
                'POST',
                `/projects/${id}/acceptances/${acceptance.id}/opinions`,
                { party: party.code, name: party.name, opinion: 'agree', fileId },
                acceptance.version,
              );
            }
            await send(
              clerkNow,
              'POST',
              `/projects/${id}/acceptances/${acceptance.id}/conclude`,
              { outcome: 'passed', conclusion: '同意通过' },
              acceptance.version,
            );
            await filePapers(clerkNow, id, ['finalAccount', 'finalAudit']);
            const { version } = await send<Made>(clerkNow, 'GET', `/projects/${id}`);
            await send(
              clerkNow,
              'PUT',
              `/projects/${id}/final-account`,
              { finalAccount: '120000.00', audited: '119000.00' },
              version,
            );
            await filePapers(clerkNow, id, ['archiveReceipt']);
            const packed = await clerkNow.request.get(`/api/v1/projects/${id}/package`);
            expect(packed.ok()).toBe(true);
            expect((await packed.body()).subarray(0, 2).toString()).toBe('PK');
            await take(clerkNow, id, '完成本阶段');
          });

          await test.step('第十阶段：长效管理、物业、移交清单；六个月后回访', async () => {
            await filePapers(entityNow, id, ['managementPlan']);
            const { version } = await send<Made>(clerkNow, 'GET', `/projects/${id}`);
            await send(
              clerkNow,
              'PUT',
              `/projects/${id}/property-service`,
              { propertyService: '安居物业', reason: null },
              version,
            );
            await lacking(entityNow, id, /移交清单还缺 3 项/);
            const line = { compoundId: home, maintainerKind: 'property', maintainer: '安居物业' };
            await send(clerkNow, 'POST', `/projects/${id}/handover`, {
              items: [
                { ...line, item: 'C-R07', what: '小区道路' },
                { ...line, item: 'C-I06', what: '绿化' },
                { ...line, item: 'B-R01', what: '屋面' },
              ],
            });
            await take(officerNow, id, '完成本阶段');
            await expect(officerNow.getByText('十个阶段都已完成')).toBeVisible();
            await seemly(officerNow, 'a project that is complete');
          });

          await afterDays(185, async () => {
            const later = await desk(PERSONAS.lufengCommunity);
            await later.goto('/');
            await expect(later.getByText(`${called}改造：验收后第 6 个月回访检查`)).toBeVisible();
            const { checks } = await send<{ checks: { id: string; months: number; version: number }[] }>(
              later,
              'GET',
              `/projects/${id}/aftercare`,
            );
            const check = checks.find(({ months }) => months === 6);
            const photoFileId = await uploadPhoto(later, called);
            const saved = await send<{ checks: { months: number; result: string | null }[] }>(
              later,
              'PUT',
              `/projects/${id}/aftercare/${check?.id}`,
              { checkedOn: await dayOf(later), result: 'good', photoFileId },
              check?.version,
            );
            expect(saved.checks.find(({ months }) => months === 6)?.result).toBe('good');
          });
        });
      }
    }
  },
);

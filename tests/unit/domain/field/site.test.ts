import { describe, expect, test } from 'vitest';
import { requestBody } from '@/lib/domain/field/bodies';
import { isThere } from '@/lib/domain/field/clash';
import { doesOf } from '@/lib/domain/field/does';
import { NOT_YET, reportDraft } from '@/lib/domain/field/record';
import { dayOnSite, inspectionFaults, monthsHere, reportFaults } from '@/lib/domain/field/site';
import type { FieldRecord, ReportRecord } from '@/lib/domain/field/types';
import { bodyOf as inspectionBody, isPictured, photoOf } from '@/lib/domain/inspections/filled';
import type { ReportAnswer } from '@/lib/domain/progress/answers';
import { bodyOf, itemNames, keyOfPlanned, type ReportValues, valuesOf } from '@/lib/domain/progress/filled';
import { PROJECT_ID, reportOf, sitePackageOf, wrongRoof } from '../../../support/site-package';

const NOW = new Date('2026-11-21T02:00:00Z');
const SHOWN = ['B-R01-01', 'S-01'];

describe('an inspection on a device', () => {
  const { inspection } = sitePackageOf();
  const judged = (
    values = wrongRoof(),
    files: Record<string, string> = { [photoOf('B-R01-01')]: NOT_YET },
    now = NOW,
  ) => {
    if (!inspection) throw new Error('no inspection');
    const body = inspectionBody(values, SHOWN, files, { deviceAt: NOW.toISOString(), position: undefined });
    return inspectionFaults(body, inspection.sheet, inspection.kinds, now).map(({ code }) => code);
  };
  const roof = (change: object) => {
    const values = wrongRoof();
    const point = values.points['B-R01-01'];
    if (!point) throw new Error('no roof');
    return { ...values, points: { ...values.points, 'B-R01-01': { ...point, found: { ...point.found, ...change } } } };
  };

  test('what is whole may go', () => expect(judged()).toEqual([]));

  test.each([
    ['a grave finding without its photo', () => judged(wrongRoof(), {}), ['inspection.gravePhoto']],
    ['a limit before the finding', () => judged(roof({ limitOn: '2026-11-20' })), ['finding.limitBeforeInspection']],
    ['nobody who puts it right', () => judged(roof({ party: '', responsible: '' })), ['inspection.responsibleMissing']],
    ['a place that was not said', () => judged(roof({ place: ' ' })), ['input.required']],
    [
      'a day before the contract',
      () => judged({ ...wrongRoof(), inspectedOn: '2026-02-01' }),
      ['inspection.beforeStart'],
    ],
    ['a day to come', () => judged({ ...wrongRoof(), inspectedOn: '2026-11-22' }), ['inspection.inFuture']],
    ['nothing answered', () => judged({ ...wrongRoof(), points: {} }), ['inspection.nothingChecked']],
  ])('%s is said on the spot, as the server says it', (_, judging, codes) => expect(judging()).toEqual(codes));

  test('the day goes on after the package was taken along; a device whose clock is behind does not go back before it', () => {
    expect(dayOnSite('2026-11-20', new Date('2026-11-25T16:30:00Z'))).toBe('2026-11-26');
    expect(dayOnSite('2026-11-20', new Date('2020-01-01T00:00:00Z'))).toBe('2026-11-20');
  });

  test('the picture of a point that was right after all is not sent', () => {
    const values = wrongRoof();
    expect([photoOf('B-R01-01'), photoOf('S-01'), 'site.3'].map((name) => isPictured(name, values, SHOWN))).toEqual([
      true,
      false,
      true,
    ]);
  });
});

const report = reportOf({ version: 3 });
const [roofItem] = report.planned;
const ROOF = roofItem ? keyOfPlanned(roofItem) : '';
const NAMES = itemNames(report.planned, { 'B-R01': '屋面防水', 'C-I03': '道路' });
const filled = (more: Partial<ReportValues> = {}): ReportValues => ({ ...valuesOf(report), people: '12', ...more });

describe('a report on a device', () => {
  const judged = (values: ReportValues, act: ReportRecord['act'] = 'submit', of: ReportAnswer = report) =>
    reportFaults(bodyOf(values, of.planned), of, act, NAMES, NOW).map(({ code, params }) => [code, params?.name]);
  const at = (percent: string, reason = '') =>
    filled({ percents: { ...valuesOf(report).percents, [ROOF]: percent }, reasons: { [ROOF]: reason } });

  test('further than last month may go; less than last month says why', () => {
    expect(judged(at('60'))).toEqual([]);
    expect(judged(at('30'))).toEqual([['report.backwards', '1栋 屋面防水']]);
    expect(judged(at('30', '返工'))).toEqual([]);
  });

  test.each([
    ['110', 'report.percentOutside'],
    ['100', 'report.notCompleted'],
    ['', 'report.itemMissing'],
  ])('%s %% is said on the spot', (percent, code) => expect(judged(at(percent))).toEqual([[code, '1栋 屋面防水']]));

  test('a draft may be unfinished, not impossible', () => {
    expect(judged(at('', ''), 'save')).toEqual([]);
    expect(judged(at('100'), 'save')).toEqual([]);
    expect(judged(at('110'), 'save')).toEqual([['report.percentOutside', '1栋 屋面防水']]);
  });

  test('money that cannot be read is said at its field', () => {
    const against = reportFaults(
      bodyOf(filled({ investment: '12.345' }), report.planned),
      report,
      'submit',
      NAMES,
      NOW,
    );
    expect(against).toMatchObject([{ code: 'money.unreadable', field: 'investment' }]);
  });
});

const begun = (more: Partial<ReportRecord> = {}): ReportRecord => ({
  ...reportDraft(
    { id: 'r1', key: 'k1', now: 1_000, project: { id: PROJECT_ID, name: '卫生局小区改造' } },
    { month: '2026-11', version: 3, values: filled() },
  ),
  ...more,
});

describe('a month on this device', () => {
  const here = (records: FieldRecord[], askedAt = 500) => monthsHere([report], records, { id: PROJECT_ID, askedAt })[0];

  test('is begun with what was taken along', () => {
    expect(here([])).toMatchObject({ open: null, version: 3, sent: false, values: valuesOf(report) });
  });

  test('that was begun is gone on with, not begun anew', () => {
    expect(here([begun()])?.open?.id).toBe('r1');
    expect(here([begun({ month: '2026-10' })])?.open).toBeNull();
    expect(here([begun({ projectId: 'another' })])?.open).toBeNull();
  });

  test('is begun again on top of what was sent from here, with its version and its pictures, until the package is newer', () => {
    const kept = begun({
      photos: [{ slot: 'month.0', key: 'p', fileId: 'file-9' }],
      state: { is: 'sent', at: 2_000, madeId: null, version: 7 },
    });
    expect(here([kept])).toMatchObject({
      open: null,
      version: 7,
      sent: false,
      values: { people: '12', photos: ['file-9'] },
    });
    expect(here([kept], 3_000)).toMatchObject({ version: 3, values: { people: '0' } });
    expect(here([{ ...kept, act: 'submit' }])).toMatchObject({ sent: true });
  });
});

describe('what stands in the system already', () => {
  const mine = begun({ act: 'submit', body: bodyOf(filled(), report.planned) });
  const there = (change: Partial<ReportAnswer>, content: Partial<ReportAnswer['content']> = {}) =>
    isThere(reportOf({ ...change, content: { ...report.content, people: 12, ...content } }), mine);

  test('is ours when it says the same and was sent; the same as a draft is not', () => {
    expect(there({ status: 'submitted' })).toBe(true);
    expect(there({ status: 'accepted' })).toBe(true);
    expect(there({ status: 'draft' })).toBe(false);
    expect(
      isThere(reportOf({ status: 'draft', content: { ...report.content, people: 12 } }), { ...mine, act: 'save' }),
    ).toBe(true);
  });

  test.each([
    [{ people: 13 }],
    [{ investment: '1.00' }],
    [{ problems: '缺人' }],
    [{ photos: ['f'] }],
    [{ items: report.content.items.map((one) => ({ ...one, percent: Math.min(100, one.percent + 1) })) }],
  ])('is somebody else’s when it says %j', (content) => expect(there({ status: 'submitted' }, content)).toBe(false));

  test('pictures of the device come after those of the report', () => {
    const body = { ...bodyOf(filled(), report.planned), photos: ['old'] };
    const sending = begun({
      body,
      photos: [
        { slot: 'month.0', key: 'p', fileId: 'new' },
        { slot: 'month.1', key: 'q', fileId: null },
      ],
    });
    expect(requestBody(sending)?.photos).toEqual(['old', 'new']);
  });
});

test('who works at doors, and who on sites', () => {
  expect(doesOf(['vote.write'])).toEqual({ doors: true, sites: false });
  expect(doesOf(['inspection.write', 'project.read'])).toEqual({ doors: false, sites: true });
  expect(doesOf(['progress.write', 'vote.write'])).toEqual({ doors: true, sites: true });
});

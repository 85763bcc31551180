import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { requestBody } from '@/lib/domain/field/bodies';
import { type FieldEvent, isDue, isOpen, mayAmend, mayDiscard, mayReopen, step } from '@/lib/domain/field/machine';
import { inspectionDraft, NOT_YET, reportDraft } from '@/lib/domain/field/record';
import type { InspectionRecord, ReportRecord } from '@/lib/domain/field/types';
import { bodyOf as inspectionBody, photoOf } from '@/lib/domain/inspections/filled';
import type { ReportAnswer } from '@/lib/domain/progress/answers';
import { bodyOf, type ReportBody, valuesOf } from '@/lib/domain/progress/filled';
import { PROJECT_ID, reportOf, wrongRoof } from '../../../support/site-package';

const NOW = Date.parse('2026-11-21T02:00:00Z');
const ME = 'account-me';
const PROJECT = { id: PROJECT_ID, name: '卫生局小区改造' };
const begun = { id: 'r1', key: 'k1', now: NOW, project: PROJECT };

const following = <R extends InspectionRecord | ReportRecord>(record: R, ...events: FieldEvent[]) =>
  events.reduce((before, event) => step(before, event) as R, record);

const body = inspectionBody(
  wrongRoof(),
  ['B-R01-01', 'S-01'],
  { [photoOf('B-R01-01')]: NOT_YET, 'site.0': NOT_YET },
  { deviceAt: new Date(NOW).toISOString(), position: undefined },
);
const finished: FieldEvent = {
  is: 'finished',
  what: { kind: 'inspection', body },
  photos: [
    { slot: photoOf('B-R01-01'), key: 'p1', fileId: null },
    { slot: 'site.0', key: 'p2', fileId: null },
  ],
  key: 'k2',
};
const no = (status: number, code: string, theirs?: unknown): FieldEvent => ({
  is: 'refused',
  at: NOW,
  accountId: ME,
  no: { status, code, sentences: ['施工合同已终止'], theirs },
});

describe('an inspection on its way', () => {
  const draft = inspectionDraft(begun, wrongRoof());

  test('is not sent while it is written, and its officer is reminded of it', () => {
    expect(isDue(draft, NOW + 1e9)).toBe(false);
    expect(step(draft, { is: 'begun' })).toBe(draft);
    expect([isOpen(draft), mayDiscard(draft)]).toEqual([true, true]);
  });

  test('keeps each change while it is written, and none afterwards', () => {
    const stated = { startedAt: '2026-11-21T02:00:00.000Z', position: null };
    const values = { ...wrongRoof(), summary: '雨后复查' };
    const drafted: FieldEvent = { is: 'drafted', values: { kind: 'inspection', values, stated } };
    expect(step(draft, drafted)).toMatchObject({ values: { summary: '雨后复查' }, stated });
    const done = step(draft, finished);
    expect(step(done, drafted)).toBe(done);
    expect(step(draft, { is: 'drafted', values: { kind: 'report', values: valuesOf(reportOf()) } })).toBe(draft);
  });

  test('goes with the numbers that its pictures got; one that is lost is left out, and the server asks for it', () => {
    const sending = following(draft, finished, { is: 'begun' }, { is: 'photoStored', slot: 'site.0', fileId: 'f2' });
    const sent = requestBody(sending);
    expect(sent?.photoFileIds).toEqual(['f2']);
    expect(sent?.checks[0]?.finding).not.toHaveProperty('photoFileId');
    const both = step(sending, { is: 'photoStored', slot: photoOf('B-R01-01'), fileId: 'f1' });
    expect(requestBody(both as InspectionRecord)?.checks[0]?.finding?.photoFileId).toBe('f1');
  });

  test('that was refused is mended where it stands, with the sentences in sight, and goes under another key', () => {
    const refused = following(draft, finished, { is: 'begun' }, { is: 'leaving' }, no(422, 'refused'));
    const again = step(refused, { is: 'reopened' });
    expect(again.state).toEqual({ is: 'draft', refused: ['施工合同已终止'] });
    expect(step(again, { ...finished, key: 'k3' })).toMatchObject({ key: 'k3', left: false, state: { is: 'waiting' } });
  });

  test('that may have arrived is not written on', () => {
    const unsure = following(draft, finished, { is: 'begun' }, { is: 'leaving' }, { is: 'unanswered', at: NOW });
    expect([mayAmend(unsure), mayReopen(unsure), mayDiscard(unsure)]).toEqual([false, false, false]);
    expect(step(unsure, { is: 'reopened' })).toBe(unsure);
  });
});

/** The month as the system keeps it: drafts of several people, sent once, locked after that. */
function month() {
  let report = reportOf({ status: 'draft', version: 3 });
  const answers = new Map<string, FieldEvent>();
  const sendings: ReportBody[] = [];
  const write = (to: ReportBody, status: ReportAnswer['status']) => {
    report = { ...report, status, version: report.version + 1, content: { ...report.content, ...to } };
  };
  const others: number[] = [];
  return {
    sendings,
    others,
    report: () => report,
    take(record: ReportRecord, sent: ReportBody): FieldEvent {
      const known = answers.get(record.key);
      if (known) return known;
      // a no is not kept with its key: it is asked anew
      if (record.version !== report.version) return no(409, 'version_conflict', report);
      if (report.status === 'submitted') return no(422, 'refused');
      write(sent, record.act === 'submit' ? 'submitted' : 'draft');
      if (record.act === 'submit') sendings.push(sent);
      const said: FieldEvent = { is: 'accepted', at: NOW, madeId: null, version: report.version };
      answers.set(record.key, said);
      return said;
    },
    forget: () => answers.clear(),
    /** a colleague at the desk */
    other(people: number) {
      if (report.status === 'submitted') return;
      others.push(people);
      write({ ...bodyOf(valuesOf(report), report.planned), people }, 'draft');
    },
  };
}

const HAPPENINGS = [
  'arrives',
  'answerLost',
  'neverArrives',
  'killedAfter',
  'broken',
  'keysForgotten',
  'other',
  'mine',
  'reopened',
] as const;

test('a month: whatever happens in whatever order, what a colleague kept is never written over unseen, and it is sent once', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...HAPPENINGS), { maxLength: 30 }), (happenings) => {
      const server = month();
      let keys = 1;
      const key = () => `k${++keys}`;
      const seen = new Set<number>();
      const values = { ...valuesOf(server.report()), people: '77' };
      const finish = (record: ReportRecord): ReportRecord =>
        following(record, {
          is: 'finished',
          what: { kind: 'report', act: 'submit', body: bodyOf(record.values, server.report().planned) },
          photos: [],
          key: key(),
        });
      let record = finish(reportDraft(begun, { month: '2026-11', version: 3, values }));
      const look = () => {
        if (record.state.is === 'conflict') seen.add(record.state.theirs.version);
      };
      for (const what of happenings) {
        look();
        const sending = following(record, { is: 'begun' }, { is: 'leaving' });
        const on = sending.state.is === 'sending';
        const take = () => (on ? server.take(sending, requestBody(sending) as ReportBody) : null);
        const before = server.report();
        if (what === 'arrives' && on) record = following(sending, take() as FieldEvent);
        if (what === 'answerLost' || what === 'killedAfter') {
          take();
          record = following(sending, what === 'killedAfter' ? { is: 'interrupted' } : { is: 'unanswered', at: NOW });
        }
        if (what === 'neverArrives') record = following(sending, { is: 'unanswered', at: NOW });
        if (what === 'broken') record = following(sending, no(500, 'internal'));
        if (what === 'keysForgotten') server.forget();
        if (what === 'other') server.other(server.others.length + 100);
        if (what === 'mine') record = following(record, { is: 'decided', whose: 'mine', reason: '', key: key() });
        if (what === 'reopened' && mayReopen(record)) record = finish(following(record, { is: 'reopened' }));
        // what a colleague had kept was written over only after it was shown here
        if (server.sendings.length > 0 && before.status === 'draft' && before.version > 3 && server.report() !== before)
          expect(what === 'other' || seen.has(before.version)).toBe(true);
        expect(server.sendings.length).toBeLessThanOrEqual(1);
        if (record.state.is === 'sent') expect(server.sendings).toHaveLength(1);
        if (mayDiscard(record)) expect(record.state.is === 'conflict' || server.sendings.length === 0).toBe(true);
      }
      // and in the end it has arrived, once what is different was chosen
      for (let turn = 0; turn < 6 && record.state.is !== 'sent'; turn++) {
        if (record.state.is === 'conflict')
          record = following(record, { is: 'decided', whose: 'mine', reason: '', key: key() });
        const sending = following(record, { is: 'hurried' }, { is: 'begun' }, { is: 'leaving' });
        if (sending.state.is === 'sending')
          record = following(sending, server.take(sending, requestBody(sending) as ReportBody));
      }
      expect(record.state.is).toBe('sent');
      expect(server.sendings).toEqual([expect.objectContaining({ people: 77 })]);
    }),
    { numRuns: 1_000 },
  );
});

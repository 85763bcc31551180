import { describe, expect, it } from 'vitest';
import type { SchemeView } from '@/lib/domain/votes/answers';
import { schemeDifferences } from '@/lib/domain/votes/scheme-diff';

const PARTS = ['design', 'budget'];
const part = (code: string, summary: string, sha256: string | null = null, fileName = '方案.pdf') => ({
  part: code,
  summary,
  fileId: sha256 && '018f3c5e-0000-7000-8000-000000000001',
  fileName: sha256 && fileName,
  sha256,
});
const version = (more: Partial<SchemeView> = {}) => ({
  title: '文化路改造方案',
  estimate: '418000.00',
  ownersShare: '50000.00',
  shareRule: 'area',
  note: null,
  parts: [part('design', '屋面防水', 'a1')],
  ...more,
});

describe('what a version says otherwise than the one before it', () => {
  it('is nothing where both say the same, whatever a file is called', () => {
    const renamed = version({ parts: [part('design', '屋面防水', 'a1', '最终稿.pdf')] });
    expect(schemeDifferences(version(), renamed, PARTS)).toEqual([]);
  });

  it('is each field and each part, in the order of the form', () => {
    const later = version({
      estimate: '430000.00',
      note: '按公示意见调整',
      parts: [part('design', '屋面防水和外墙', 'b2'), part('budget', '分项预算')],
    });
    expect(schemeDifferences(version(), later, PARTS)).toEqual([
      { of: 'field', field: 'estimate', before: '418000.00', after: '430000.00' },
      { of: 'field', field: 'note', before: null, after: '按公示意见调整' },
      { of: 'summary', part: 'design', before: '屋面防水', after: '屋面防水和外墙' },
      { of: 'file', part: 'design', before: '方案.pdf', after: '方案.pdf' },
      { of: 'summary', part: 'budget', before: null, after: '分项预算' },
    ]);
  });

  it('says that a part or its file was taken away', () => {
    expect(schemeDifferences(version(), version({ parts: [] }), PARTS)).toEqual([
      { of: 'summary', part: 'design', before: '屋面防水', after: null },
      { of: 'file', part: 'design', before: '方案.pdf', after: null },
    ]);
  });
});

import { createTranslator } from 'next-intl';
import { expect, test } from 'vitest';
import { differencesOf, entityName, type T } from '@/components/audit/differences';
import type { AuditLineView } from '@/lib/domain/audit/views';
import type { Locale } from '@/lib/domain/kernel/label';
import { loadMessages } from '@/lib/i18n/messages';

async function said(locale: Locale, line: Pick<AuditLineView, 'entity' | 'before' | 'after'>) {
  const messages = await loadMessages(locale);
  const t = createTranslator({ locale, messages, namespace: 'audit' }) as unknown as T;
  const told = differencesOf(t, line as AuditLineView, locale).map(
    ({ field, before, after }) => `${field}: ${before ?? ''} → ${after ?? ''}`,
  );
  return [entityName(t, line.entity), ...told];
}

test('a backup is told in words, its size in what people count in', async () => {
  const line = {
    entity: 'backup_run',
    before: { status: 'running', size_bytes: null },
    after: { status: 'done', size_bytes: 34_603_008 },
  };
  expect(await said('zh-CN', line)).toEqual(['备份', '状态: 正在做 → 完成', '备份大小:  → 33 MB']);
  expect(await said('en', line)).toEqual(['backup', 'State: running → done', 'size of the backup:  → 33 MB']);
});

test('one name says one thing of a building and another of what was loaded', async () => {
  const loaded = { entity: 'installation', before: null, after: { units: 312, owners: 90_828, accounts: 226 } };
  expect(await said('zh-CN', loaded)).toEqual(['本系统', '单位数:  → 312', '业主数:  → 90828', '账号数:  → 226']);
  const building = {
    entity: 'building',
    before: { units: 2, status: 'active' },
    after: { units: 3, status: 'retired' },
  };
  expect(await said('zh-CN', building)).toEqual(['楼栋', '单元数: 2 → 3', '状态: 在册 → 已停用']);
});

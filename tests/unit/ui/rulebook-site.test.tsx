import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { RulebookView } from '@/components/rulebook/rulebook-view';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import { formats } from '@/lib/i18n/formats';
import { loadMessages } from '@/lib/i18n/messages';

const messages = await loadMessages('zh-CN');
const shown = (book: Rulebook): string =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="zh-CN" messages={messages} formats={formats} timeZone="Asia/Shanghai">
      <RulebookView book={book} />
    </NextIntlClientProvider>,
  );

describe('规则手册', () => {
  test('shows every check point, and the rules for the site with their clauses', () => {
    const html = shown(chuxiong2020);
    const { points } = chuxiong2020.site?.checklists ?? { points: [] };
    expect(points.length).toBeGreaterThan(100);
    for (const { name } of points) expect(html).toContain(name);
    for (const said of [
      '各工地通用 <span class="text-ink-3">15 条',
      'B-R01 ',
      '每月 5 日前',
      '30 天内到期而完成不足 80%',
      '15 天内',
      '按最近 3 次月报的进度推算，范围取最近 6 次中最快和最慢的',
      '可答：满意、基本满意、不满意；计为满意户：满意、基本满意',
      '项目进入第 8 阶段后可以调查；答复不足 5 户不公布结果',
      '新闻报道、信息专刊刊载、媒体采访报道（省级以上）',
      'href="#checklists"',
    ])
      expect(html, said).toContain(said);
    for (const clause of [
      '决定/检查要点',
      '决定/竣工预测',
      '决定/红灯',
      '决定/投诉事项',
      '决定/满意户',
      '决定/新闻年度',
    ])
      expect(html, clause).toContain(`href="#${encodeURIComponent(`clause-${clause}`)}"`);
  });

  test('of a version without rules for the site shows none, and says nothing of them in its contents', () => {
    const { site: _, ...before } = chuxiong2020;
    const html = shown(before);
    for (const section of ['site', 'checklists', 'news']) expect(html).not.toContain(`#${section}`);
    expect(html).not.toContain('group/points');
    expect(html).toContain('每月 5 日前');
  });
});

import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { Banner } from '@/components/ui/banner';
import { DataTable } from '@/components/ui/data-table';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { MarkupTable } from '@/components/ui/markup-table';
import { Progress } from '@/components/ui/progress';
import { StatusLight } from '@/components/ui/status-light';
import { html as markup } from '@/lib/format/html';
import { formats } from '@/lib/i18n/formats';
import { loadMessages } from '@/lib/i18n/messages';

const messages = await loadMessages('zh-CN');

function html(node: ReactNode): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="zh-CN" messages={messages} formats={formats} timeZone="Asia/Shanghai">
      {node}
    </NextIntlClientProvider>,
  );
}

describe('a field', () => {
  test('ties label, hint and every error to its control', () => {
    const out = html(
      <Field id="yearBuilt" label="建成年份" hint="按竣工资料" error={['填写的是“1889”', '请改为四位年份']} required>
        <Input name="yearBuilt" />
      </Field>,
    );
    expect(out).toContain('for="yearBuilt"');
    expect(out).toContain('aria-describedby="yearBuilt-hint yearBuilt-error"');
    expect(out).toContain('aria-invalid="true"');
    expect(out).toContain('aria-required="true"');
    expect(out).toContain('请改为四位年份');
  });
});

describe('a light', () => {
  test('always has its word', () => {
    expect(html(<StatusLight light="red" />)).toContain('红灯');
  });
});

describe('progress', () => {
  test('never reads as finished before it is', () => {
    expect(html(<Progress label="导入" done={99_999} total={100_000} />)).toContain('aria-valuenow="99"');
    expect(html(<Progress label="导入" done={0} total={0} />)).toContain('aria-valuenow="0"');
  });

  test('needs no inline style', () => {
    expect(html(<Progress label="导入" done={1} total={2} />)).not.toContain('style=');
  });
});

describe('a refusal', () => {
  test('shows all its reasons', () => {
    const out = html(<Banner tone="red" live title="不能提交" list={['缺少建成年份', '缺少社区']} />);
    expect(out).toContain('role="alert"');
    expect(out).toContain('缺少建成年份');
    expect(out).toContain('缺少社区');
  });
});

describe('a table', () => {
  const columns = [
    { key: 'name', header: '小区', primary: true, cell: (row: { name: string }) => row.name },
    { key: 'year', header: '建成年份', cell: () => '1998' },
  ];

  test('names each cell for the card at phone width, and each row by its header', () => {
    const out = html(
      <DataTable caption="小区" columns={columns} rows={[{ name: '金山' }]} rowKey={(row) => row.name} empty="无" />,
    );
    expect(out).toContain('data-label="建成年份"');
    expect(out).toContain('scope="row"');
  });

  test('says why it is empty instead of standing there with a header', () => {
    const out = html(
      <DataTable caption="小区" columns={columns} rows={[]} rowKey={(row) => row.name} empty="没有小区" />,
    );
    expect(out).toContain('没有小区');
    expect(out).not.toContain('<table');
  });
});

describe('the table of a long list', () => {
  const columns = [
    {
      key: 'name',
      header: '小区',
      primary: true,
      sortHref: '/compounds?sort=name&order=desc',
      direction: 'asc' as const,
      cell: ({ id, name }: { id: string; name: string }) => markup`<a href="/compounds/${id}">${name}</a>`,
    },
    { key: 'place', header: '社区"一"', hideOnPhone: true, cell: () => '星宿 <社区>' },
    { key: 'households', header: '户数', align: 'right' as const, cell: () => 90 },
  ];
  const rows = [
    { id: '1', name: '<script>alert(1)</script>' },
    { id: '2', name: '金山 & 银山' },
  ];
  const out = html(<MarkupTable caption="小区列表" columns={columns} rows={rows} empty="没有小区" />);

  test('shows what was typed, and never runs it', () => {
    expect(out).not.toContain('<script');
    expect(out).toContain('<a href="/compounds/1">&lt;script&gt;alert(1)&lt;/script&gt;</a>');
    expect(out).toContain('金山 &amp; 银山');
    expect(out.match(/星宿 &lt;社区&gt;/g)).toHaveLength(2);
    expect(out).toContain('data-label="社区&quot;一&quot;"');
  });

  test('is a table as any other: rows with their headers, cells with their labels, a header that sorts', () => {
    expect(out.match(/<th scope="row" data-primary="">/g)).toHaveLength(2);
    expect(out).toContain('<td class="text-right" data-label="户数">90</td></tr>');
    expect(out).toContain('data-phone="hide"');
    expect(out).toContain('<caption class="sr-only">小区列表</caption>');
    expect(out).toContain('<th scope="col" aria-sort="ascending"><a href="/compounds?sort=name&amp;order=desc"');
  });

  test('says why it is empty', () => {
    const nothing = html(<MarkupTable caption="小区列表" columns={columns} rows={[]} empty="没有小区" />);
    expect(nothing).toContain('没有小区');
    expect(nothing).not.toContain('<table');
  });
});

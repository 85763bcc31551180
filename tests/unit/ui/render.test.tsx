import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { Banner } from '@/components/ui/banner';
import { DataTable } from '@/components/ui/data-table';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Progress } from '@/components/ui/progress';
import { StatusLight } from '@/components/ui/status-light';
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

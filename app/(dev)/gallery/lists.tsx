import { Download } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { ColumnPicker } from '@/components/ui/column-picker';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterChips } from '@/components/ui/filter-chips';
import { FilterSelect } from '@/components/ui/filter-select';
import { type MarkupColumn, MarkupTable } from '@/components/ui/markup-table';
import { Pagination } from '@/components/ui/pagination';
import { SearchBox } from '@/components/ui/search-box';
import { TextLink } from '@/components/ui/text-link';
import { Toolbar } from '@/components/ui/toolbar';
import { html } from '@/lib/format/html';
import { type CompoundRow, compoundRows } from './samples';
import { Section } from './section';

const columns: Column<CompoundRow>[] = [
  {
    key: 'name',
    header: '小区',
    primary: true,
    cell: (row) => <TextLink href="/gallery#details">{row.name}</TextLink>,
  },
  { key: 'county', header: '县市', cell: (row) => row.county },
  {
    key: 'year',
    header: '建成年份',
    align: 'right',
    cell: (row) => row.year ?? '未填',
  },
  { key: 'households', header: '户数', align: 'right', cell: (row) => row.households },
  { key: 'area', header: '建筑面积（㎡）', align: 'right', cell: (row) => row.area },
  { key: 'result', header: '是否符合条件', cell: (row) => <Badge tone={row.tone}>{row.result}</Badge> },
  { key: 'updated', header: '最近修改', cell: (row) => row.updated, hideOnPhone: true },
];

/** As long lists have it: sorted by their headers, written as text. */
const longList: MarkupColumn<CompoundRow>[] = [
  {
    key: 'name',
    header: '小区',
    primary: true,
    sortHref: '/gallery?sort=name',
    direction: 'asc',
    cell: (row) => html`<a href="/gallery#details" class="text-link">${row.name}</a>`,
  },
  { key: 'county', header: '县市', cell: (row) => row.county, sortHref: '/gallery?sort=county' },
  { key: 'area', header: '建筑面积（㎡）', align: 'right', cell: (row) => row.area, sortHref: '/gallery?sort=area' },
  { key: 'updated', header: '最近修改', cell: (row) => row.updated, hideOnPhone: true },
];

export function Lists() {
  return (
    <Section id="lists" title="列表">
      <div>
        <Toolbar
          end={
            <>
              <ColumnPicker
                columns={columns.map(({ key, header, primary }) => ({ key, label: header, locked: primary }))}
                visible={columns.map(({ key }) => key)}
              />
              <Button icon={<Download aria-hidden="true" />}>导出</Button>
            </>
          }
        >
          <SearchBox path="/gallery" params={{ q: '' }} label="名称或拼音首字母" />
          <FilterSelect
            name="county"
            label="县市"
            options={[
              { value: '532302', label: '禄丰市' },
              { value: '532301', label: '楚雄市' },
            ]}
          />
          <FilterSelect name="eligibility" label="是否符合条件" options={[{ value: 'eligible', label: '符合条件' }]} />
        </Toolbar>
        <FilterChips
          clearHref="/gallery"
          chips={[
            { key: 'county', label: '县市：禄丰市', removeHref: '/gallery' },
            { key: 'year', label: '建成年份：1990—1999', removeHref: '/gallery' },
          ]}
        />
        <DataTable
          caption="老旧小区"
          columns={columns}
          rows={compoundRows}
          rowKey={(row) => row.name}
          empty={null}
          footer={{ name: '合计', households: '1,034', area: '88,213.40' }}
        />
        <Pagination
          total={1512}
          from={51}
          to={100}
          firstHref="/gallery"
          previousHref="/gallery"
          nextHref="/gallery"
          pageSize={50}
          pageSizes={[
            { size: 20, href: '/gallery?size=20' },
            { size: 50, href: '/gallery?size=50' },
            { size: 100, href: '/gallery?size=100' },
          ]}
        />
      </div>
      <MarkupTable caption="可排序的长列表" columns={longList} rows={compoundRows} empty={null} />
      <DataTable
        caption="没有结果的列表"
        columns={columns}
        rows={[]}
        rowKey={(row) => row.name}
        empty={
          <EmptyState
            title="没有符合条件的小区"
            description="当前有 2 个筛选条件。去掉一些条件，或换个名称搜索。"
            action={<Button>清除全部条件</Button>}
          />
        }
      />
    </Section>
  );
}

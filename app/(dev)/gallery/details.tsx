import { Pencil } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { DiffList } from '@/components/ui/diff-list';
import { LinkButton } from '@/components/ui/link-button';
import { LinkTabs } from '@/components/ui/link-tabs';
import { PageHeader } from '@/components/ui/page-header';
import { Stat, StatGrid } from '@/components/ui/stat';
import { Tabs } from '@/components/ui/tabs';
import { Timeline } from '@/components/ui/timeline';
import { Section } from './section';

export function Details() {
  return (
    <Section id="details" title="详情">
      <PageHeader
        crumbs={[
          { label: '小区', href: '/gallery' },
          { label: '禄丰市', href: '/gallery#lists' },
          { label: '金山北路供销社住宅区' },
        ]}
        title="金山北路供销社住宅区"
        marks={<Badge tone="green">符合条件</Badge>}
        description="禄丰市 金山镇 金山社区 · 编号 532302-0017"
        more={
          <LinkButton href="/gallery#forms" icon={<Pencil aria-hidden="true" />}>
            修改
          </LinkButton>
        }
      />
      <StatGrid>
        <Stat label="楼栋" value="6" unit="栋" href="/gallery#lists" />
        <Stat label="户数" value="126" unit="户" href="/gallery#lists" note="已登记 118 户" />
        <Stat label="专有面积" value="44,522.65" unit="㎡" href="/gallery#lists" />
        <Stat label="资料完整度" value="92%" note="缺 3 项" />
      </StatGrid>
      <LinkTabs
        label="小区资料"
        active="facts"
        tabs={[
          { key: 'facts', label: '基本情况', href: '/gallery#details' },
          { key: 'buildings', label: '楼栋', href: '/gallery#lists' },
          { key: 'households', label: '户册', href: '/gallery#lists' },
        ]}
      />
      <div className="grid gap-4 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <Card title="基本情况" description="2020年6月30日排查">
          <DefinitionList
            items={[
              { term: '建成年份', value: '1988 年' },
              { term: '产权性质', value: '房改房' },
              { term: '原产权单位', value: '禄丰县供销合作社联合社' },
              { term: '物业管理', value: '无' },
              { term: '维修资金账户', value: '' },
              { term: '坐标', value: '25.1501, 102.0794' },
              {
                term: '地址',
                value: '云南省楚雄彝族自治州禄丰市金山镇金山北路 118 号（原供销社大院内，农贸市场对面）',
                wide: true,
              },
            ]}
          />
        </Card>
        <Card title="变更记录">
          <Timeline
            events={[
              {
                key: '2',
                when: '2020-06-30 10:32',
                who: '李建国',
                tone: 'accent',
                title: '修改基本情况',
                children: (
                  <DiffList
                    differences={[
                      { field: '建成年份', before: '1998', after: '1988' },
                      { field: '备注', before: null, after: '门卫室已拆除' },
                    ]}
                  />
                ),
              },
              { key: '1', when: '2020-06-12 15:20', who: '王芳', title: '导入排查表' },
            ]}
          />
        </Card>
      </div>
      <Card>
        <Tabs
          label="表决"
          tabs={[
            { key: 'first', label: '第一次征求意见', content: <p className="text-sm">户数同意率 269 / 403。</p> },
            { key: 'second', label: '第二次征求意见', content: <Timeline events={[]} /> },
          ]}
        />
      </Card>
    </Section>
  );
}

import { BarChart } from '@/components/charts/bar-chart';
import { DonutChart } from '@/components/charts/donut-chart';
import { FlowChart } from '@/components/charts/flow-chart';
import { LineChart } from '@/components/charts/line-chart';
import { RankedBars } from '@/components/charts/ranked-bars';
import { ShareGauge } from '@/components/charts/share-gauge';
import { StackedBars } from '@/components/charts/stacked-bars';
import { TileGrid } from '@/components/charts/tile-grid';
import { Card } from '@/components/ui/card';
import { counties, countyFigures } from './samples';
import { Section } from './section';

const places = [
  [3, 3],
  [4, 3],
  [2, 4],
  [3, 2],
  [2, 3],
  [2, 2],
  [3, 1],
  [2, 1],
  [4, 1],
  [5, 2],
  [4, 2],
] as const;

const flows = [
  ['中央补助资金', '三线三管整治', 820],
  ['中央补助资金', '道路整治', 410],
  ['地方财政', '道路整治', 260],
  ['地方财政', '屋面防水', 190],
  ['管线单位', '三线三管整治', 140],
  ['居民', '屋面防水', 45],
] as const;

export function Charts() {
  return (
    <Section id="charts" title="图表">
      <div className="grid gap-4 xl:grid-cols-2">
        <Card>
          <RankedBars
            title="楚雄市小区最多，永仁县最少"
            unit="个"
            data={counties.map((label, index) => ({
              label,
              value: countyFigures[index] ?? 0,
              href: '/gallery#lists',
              tone: index === 0 ? 'accent' : undefined,
            }))}
          />
        </Card>
        <Card>
          <BarChart
            title="七成小区建于 1980 至 1999 年"
            unit="个"
            target={{ value: 150, label: '目标 150' }}
            data={['1970年前', '1970年代', '1980年代', '1990年代', '2000年后'].map((label, index) => ({
              label,
              value: [14, 62, 171, 204, 53][index] ?? 0,
              href: '/gallery#lists',
            }))}
          />
        </Card>
        <Card>
          <StackedBars
            title="三个县市的资料尚不完整"
            unit="个"
            series={[
              { key: 'eligible', label: '符合条件' },
              { key: 'incomplete', label: '资料不全' },
              { key: 'ineligible', label: '不符合条件' },
            ]}
            data={counties.slice(0, 5).map((label, index) => ({
              label,
              values: { eligible: 70 - index * 9, incomplete: 8 + index * 3, ineligible: 3 + index * 5 },
            }))}
          />
        </Card>
        <Card>
          <LineChart
            title="完成率落后于计划 8 个百分点"
            unit="%"
            target={{ value: 70, label: '2020年底 70%' }}
            mark={{ at: '6月', label: '竣工时限' }}
            series={[
              { key: 'done', label: '完成' },
              { key: 'plan', label: '计划' },
            ]}
            data={[5, 12, 21, 30, 38, 44, 52].map((value, index) => ({
              label: `${index + 1}月`,
              values: index < 5 ? { done: value * 0.8, plan: value } : { plan: value },
            }))}
          />
        </Card>
        <Card>
          <DonutChart
            title="三分之二的小区符合条件"
            unit="个"
            centre={{ value: '504', label: '个小区' }}
            data={[
              { label: '符合条件', value: 338 },
              { label: '资料不全', value: 97 },
              { label: '不符合条件', value: 69 },
            ]}
          />
        </Card>
        <Card>
          <div className="space-y-4">
            <ShareGauge
              main
              label="完工 41.27%；本年度时限 70%"
              percent={41.27}
              marks={[
                { at: 30, label: '2019 年 30%' },
                { at: 70, label: '2020 年 70%', strong: true },
                { at: 100, label: '2021 年 100%' },
              ]}
            />
            <ShareGauge main label="没有总量" percent={null} marks={[]} />
            <ShareGauge label="开工 58%" percent={58} marks={[{ at: 70, label: '70%', strong: true }]} />
          </div>
        </Card>
        <Card>
          <TileGrid
            title="各县市排查完成率"
            description="位置示意，颜色越深完成越多"
            tiles={counties.map((label, index) => ({
              key: label,
              label,
              percent: index === 7 ? null : (countyFigures[index] ?? 0) % 101,
              display: index === 7 ? '未开始' : `${(countyFigures[index] ?? 0) % 101}%`,
              note: `${countyFigures[index]} 个小区`,
              href: '/gallery#lists',
              column: places[index]?.[0] ?? 1,
              row: places[index]?.[1] ?? 1,
            }))}
          />
        </Card>
        <Card className="xl:col-span-2">
          <FlowChart
            title="中央补助最多，用于管线的最多"
            description="从来源到用途，带越宽钱越多"
            unit="万元"
            head="已支付"
            links={flows.map(([from, to, value]) => ({
              from,
              to,
              value,
              display: `${value} 万元`,
              href: '/gallery#lists',
            }))}
          />
        </Card>
        <Card className="xl:col-span-2">
          <FlowChart
            title="超长名称"
            unit="万元"
            head="已支付"
            links={[
              {
                ...{ from: '管线单位或国有专营企业出资及其他社会资金', to: '架空线缆梳理及通信、有线电视线路入地改造' },
                ...{ value: 123456.78, display: '123,456.78 万元' },
              },
              { from: '居民', to: '屋面防水', value: 0.01, display: '0.01 万元' },
            ]}
          />
        </Card>
        <Card>
          <FlowChart title="尚无支付" unit="万元" head="已支付" links={[]} />
        </Card>
        <Card>
          <BarChart title="尚无数据" unit="个" data={[]} />
        </Card>
        <Card>
          <RankedBars
            title="超长名称"
            unit="万元"
            digits={2}
            target={{ value: 900, label: '上限' }}
            data={[
              { label: '架空线缆梳理及通信、有线电视线路入地改造', value: 1234.5, display: '1,234.50', tone: 'red' },
              { label: '屋面防水', value: 812.25 },
              { label: '雨污分流', value: 60 },
            ]}
          />
        </Card>
      </div>
    </Section>
  );
}

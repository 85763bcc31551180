import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { DiffList } from '@/components/ui/diff-list';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { SaveState } from '@/components/ui/save-state';
import { ListSkeleton } from '@/components/ui/skeleton';
import { Line, Section } from './section';

export function States() {
  return (
    <Section id="states" title="状态">
      <div className="space-y-3">
        <Banner title="本年度排查数据将于 6 月 30 日冻结" />
        <Banner tone="accent" title="导入正在进行，可以离开此页" action={<Button size="sm">查看进度</Button>} />
        <Banner tone="green" title="已导入 126 户，未发现问题" />
        <Banner tone="amber" title="3 户缺少专有面积">
          补齐之前，小区仍为“资料不全”。
        </Banner>
      </div>
      <Line>
        <SaveState status={{ kind: 'saving' }} />
        <SaveState status={{ kind: 'saved', time: '10:32' }} />
        <SaveState status={{ kind: 'unsaved' }} />
        <SaveState status={{ kind: 'failed' }} />
        <SaveState status={{ kind: 'offline' }} />
      </Line>
      <div className="grid gap-4 lg:grid-cols-2">
        <Card flush>
          <EmptyState
            title="还没有小区"
            description="下载排查表，填写后导入；也可以逐个新增。"
            action={<Button variant="primary">下载排查表</Button>}
          />
        </Card>
        <Card flush>
          <ErrorState
            description="网络连接中断，其他内容不受影响。"
            requestId="8f2c-19aa"
            action={<Button>重新加载</Button>}
          />
        </Card>
      </div>
      <DiffList differences={[]} />
      <ListSkeleton rows={3} />
    </Section>
  );
}

import { Download, FileUp, Pencil, Plus } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Copyable } from '@/components/ui/copyable';
import { IconButton } from '@/components/ui/icon-button';
import { Kbd } from '@/components/ui/kbd';
import { LinkButton } from '@/components/ui/link-button';
import { Progress } from '@/components/ui/progress';
import { StatusLight } from '@/components/ui/status-light';
import { Stepper } from '@/components/ui/stepper';
import { TextLink } from '@/components/ui/text-link';
import { Overlays } from './overlays';
import { Line, Section } from './section';

export function Actions() {
  return (
    <Section id="actions" title="按钮、标记与浮层">
      <Line>
        <Button variant="primary" icon={<Plus aria-hidden="true" />}>
          新增小区
        </Button>
        <Button icon={<Download aria-hidden="true" />}>导出当前列表</Button>
        <Button variant="quiet">取消</Button>
        <Button variant="danger">停用账号</Button>
        <Button variant="primary" busy>
          正在提交
        </Button>
        <Button disabled>提交复核</Button>
        <IconButton label="修改">
          <Pencil aria-hidden="true" />
        </IconButton>
        <LinkButton href="/gallery#forms" icon={<FileUp aria-hidden="true" />}>
          导入排查表
        </LinkButton>
        <Button size="sm">小</Button>
        <Button size="lg" variant="primary">
          大号按钮
        </Button>
        <TextLink href="/gallery#lists">查看全部 1,512 个小区</TextLink>
        <Kbd>Ctrl</Kbd>
      </Line>
      <Line>
        <Badge>资料不全</Badge>
        <Badge tone="accent">2020 年度</Badge>
        <Badge tone="green">符合条件</Badge>
        <Badge tone="amber">即将到期</Badge>
        <Badge tone="red">不符合条件</Badge>
        <StatusLight light="green" />
        <StatusLight light="amber" />
        <StatusLight light="red">逾期 12 天</StatusLight>
        <StatusLight light="neutral" />
        <Copyable text="Anju-7F3K-92QD" />
      </Line>
      <Stepper
        steps={[
          { key: 'upload', label: '上传', state: 'done' },
          { key: 'check', label: '检查', state: 'error' },
          { key: 'preview', label: '预览', state: 'current' },
          { key: 'confirm', label: '确认导入', state: 'todo' },
        ]}
      />
      <div className="max-w-md space-y-3">
        <Progress label="正在读取工作簿" done={62_413} total={100_000} text="62,413 / 100,000 行" />
        <Progress label="已完成" done={504} total={504} tone="green" />
        <Progress label="未开始" done={0} total={0} />
      </div>
      <Overlays />
    </Section>
  );
}

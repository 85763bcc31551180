'use client';

import { Ellipsis, FileSpreadsheet, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { DiffList } from '@/components/ui/diff-list';
import { DropdownMenu } from '@/components/ui/dropdown-menu';
import { Field } from '@/components/ui/field';
import { FilesDialog } from '@/components/ui/files-dialog';
import { FormDialog } from '@/components/ui/form-dialog';
import { Input } from '@/components/ui/input';
import { Sheet } from '@/components/ui/sheet';
import { toast } from '@/components/ui/toast-store';
import { Tooltip } from '@/components/ui/tooltip';
import { WhyPopover } from '@/components/ui/why-popover';
import { Line } from './section';

function SeveralFiles() {
  const [open, setOpen] = useState(false);
  const [files, setFiles] = useState<File[]>([]);
  return (
    <>
      <Button onClick={() => setOpen(true)}>几个文件</Button>
      {open && (
        <FilesDialog
          title="添加照片"
          hint="JPG、PNG，每张不超过 20 MB"
          action="上传"
          types={['.jpg', '.png']}
          files={files}
          busy={false}
          refusal={{ title: '没有上传', lines: ['“现场.jpg”已经附在这里，请另选一张。'] }}
          onChange={setFiles}
          onSend={() => toast('已上传')}
          onClose={() => setOpen(false)}
        >
          <Field label="张贴地点" required>
            <Input />
          </Field>
        </FilesDialog>
      )}
    </>
  );
}

export function Overlays() {
  return (
    <Line>
      <Dialog
        title="这条记录已被他人修改"
        description="王芳于 10:32 保存了同一条记录，两个版本的差别如下。"
        trigger={<Button>对照两个版本</Button>}
        actions={
          <>
            <Button variant="primary">保留我的修改</Button>
            <Button variant="quiet">采用对方的版本</Button>
          </>
        }
      >
        <DiffList differences={[{ field: '建成年份', before: '1998', after: '1999' }]} />
      </Dialog>
      <FormDialog
        title="电话回访：3栋 2单元 501"
        action="登记"
        trigger={<Button>一张表单</Button>}
        onSubmit={() => toast('已登记')}
      >
        <Field label="备注">
          <Input name="note" />
        </Field>
      </FormDialog>
      <SeveralFiles />
      <ConfirmDialog
        title="停用账号“王芳”"
        description="停用后对方立即退出，未完成的任务需移交他人。账号可以再次启用。"
        confirmLabel="停用账号"
        danger
        reason={{ min: 4 }}
        onConfirm={() => toast('账号已停用')}
        trigger={<Button variant="danger">停用账号…</Button>}
      />
      <Sheet title="筛选条件" trigger={<Button>侧栏</Button>}>
        <p className="text-sm">手机上的筛选条件放在这里。</p>
      </Sheet>
      <DropdownMenu
        label="更多操作"
        trigger={
          <Button icon={<Ellipsis aria-hidden="true" />} variant="quiet">
            更多操作
          </Button>
        }
        items={[
          { label: '导出为 Excel', icon: <FileSpreadsheet aria-hidden="true" />, href: '/gallery#lists' },
          { label: '注销小区', icon: <Trash2 aria-hidden="true" />, danger: true, apart: true },
        ]}
      />
      <Tooltip content="以完成上报时间为准">
        <Button variant="quiet">提示</Button>
      </Tooltip>
      <WhyPopover
        finding="户数同意率 269 / 403，达到三分之二。"
        clauses={[
          {
            clause: '三、（三）5',
            sentence: '经专有部分占建筑物总面积三分之二以上的业主且占总人数三分之二以上的业主同意。',
          },
        ]}
      />
      <Button variant="quiet" onClick={() => toast('已保存')}>
        成功消息
      </Button>
      <Button
        variant="quiet"
        onClick={() => toast('导入失败，共 3 处问题', 'red', { label: '查看问题', href: '/gallery#states' })}
      >
        失败消息
      </Button>
    </Line>
  );
}

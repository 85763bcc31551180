'use client';

import { useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { FileDrop } from '@/components/ui/file-drop';
import { FormActions } from '@/components/ui/form-actions';
import { FormSection } from '@/components/ui/form-section';
import { Input } from '@/components/ui/input';
import { PhotoField } from '@/components/ui/photo-field';
import { RadioGroup } from '@/components/ui/radio-group';
import { SaveState } from '@/components/ui/save-state';
import { Select } from '@/components/ui/select';
import { Switch } from '@/components/ui/switch';
import { Textarea } from '@/components/ui/textarea';
import { WhyPopover } from '@/components/ui/why-popover';
import { Section } from './section';

const communities = ['金山社区', '罗川社区', '北厂社区', '南门社区', '董户村社区'].map((label, index) => ({
  value: String(index),
  label,
  note: '金山镇',
  search: ['jssq', 'lcsq', 'bcsq', 'nmsq', 'dhcsq'][index],
}));

export function Forms() {
  const [files, setFiles] = useState<File[]>([]);
  const [photo, setPhoto] = useState<File>();
  return (
    <Section id="forms" title="表单">
      <Card>
        <Banner
          tone="red"
          live
          title="还有 2 处需要修改，才能提交复核"
          list={['建成年份：填写的是“1889”，应为 1949 至 2020 之间的年份', '社区：没有选择，请选择小区所在社区']}
        />
        <div className="h-5" />
        <FormSection title="基本情况" description="以产权登记资料为准。">
          <Field label="小区名称" required hint="与门牌或产权登记一致">
            <Input name="name" defaultValue="金山北路供销社住宅区" />
          </Field>
          <Field
            label="建成年份"
            required
            error="填写的是“1889”，应为 1949 至 2020 之间的年份。请按竣工资料填写。"
            aside={<WhyPopover clauses={[{ clause: '三、（三）1', sentence: '2000年以前建成的老旧小区。' }]} />}
          >
            <Input name="year" inputMode="numeric" defaultValue="1889" suffix="年" />
          </Field>
          <Field label="所在社区" required>
            <Combobox name="community" options={communities} />
          </Field>
          <Field label="产权性质">
            <Select
              name="ownership"
              placeholder="未填"
              options={[
                { value: 'reform', label: '房改房' },
                { value: 'market', label: '商品房' },
              ]}
            />
          </Field>
          <Field label="建筑面积" optional>
            <Input inputMode="decimal" suffix="㎡" placeholder="例如 10044.20" />
          </Field>
          <Field label="填报单位">
            <Input readOnly value="禄丰市住房和城乡建设局" />
          </Field>
        </FormSection>
        <FormSection title="设施状况" columns={1}>
          <Field group label="供水设施" required>
            <RadioGroup
              name="water"
              defaultValue="poor"
              options={[
                { value: 'good', label: '完好' },
                { value: 'poor', label: '较差' },
                { value: 'missing', label: '缺失' },
              ]}
            />
          </Field>
          <Field group label="其他情况">
            <div className="flex flex-wrap gap-x-5 gap-y-1.5">
              <Checkbox label="已成立业主委员会" defaultChecked />
              <Checkbox label="有物业服务" />
              <Checkbox label="已列入棚户区改造计划" disabled hint="由州住建局核定" />
            </div>
          </Field>
          <Switch label="居民有改造意愿" defaultChecked />
          <Field label="备注" hint="最多 500 字">
            <Textarea name="remarks" />
          </Field>
          <Field label="现场照片">
            <FileDrop
              label="现场照片"
              hint="JPG、PNG 或 WebP，每张不超过 10 MB"
              types={['.jpg', '.jpeg', '.png', '.webp']}
              maxBytes={10 * 1024 ** 2}
              maxFiles={9}
              multiple
              files={files}
              onChange={setFiles}
            />
          </Field>
          <PhotoField label="改造后照片" hint="手机上可以直接拍照" file={photo} onChange={setPhoto} />
        </FormSection>
        <FormActions status={<SaveState status={{ kind: 'saved', time: '10:32' }} />}>
          <Button variant="primary">提交复核</Button>
          <Button>保存草稿</Button>
        </FormActions>
      </Card>
    </Section>
  );
}

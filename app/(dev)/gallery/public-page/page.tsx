import { cookies } from 'next/headers';
import { largeTypeCookie } from '@/components/frame/large-type';
import { PublicFrame } from '@/components/frame/public-frame';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { PageHeader } from '@/components/ui/page-header';

export default async function PublicSample() {
  const largeType = (await cookies()).get(largeTypeCookie)?.value === '1';
  return (
    <PublicFrame largeType={largeType} demo>
      <PageHeader title="金山北路供销社住宅区改造方案公示" description="公示期 2020年6月1日至2020年6月7日" />
      <Card title="改造内容">
        <DefinitionList
          columns={2}
          items={[
            { term: '屋面', value: '防水、保温' },
            { term: '管线', value: '雨污分流' },
          ]}
        />
      </Card>
    </PublicFrame>
  );
}

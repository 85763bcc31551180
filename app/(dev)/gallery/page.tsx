import { AppFrame } from '@/components/frame/app-frame';
import { PageHeader } from '@/components/ui/page-header';
import { ClientMessages } from '@/lib/i18n/client-messages';
import { Actions } from './actions';
import { Charts } from './charts';
import { Details } from './details';
import { Forms } from './forms';
import { GalleryAccount } from './gallery-account';
import { Lists } from './lists';
import { galleryNav } from './nav';
import { States } from './states';

export default function GalleryPage() {
  return (
    <ClientMessages namespaces={['charts']}>
      <AppFrame
        demo
        year={2020}
        nav={galleryNav}
        unit={{ name: '禄丰市住房和城乡建设局', level: 'county' }}
        account={<GalleryAccount />}
      >
        <PageHeader title="组件陈列" description="界面件与图表的各种状态：空、常见、超长、出错。只在开发环境可见。" />
        <div className="space-y-10">
          <Actions />
          <Lists />
          <Forms />
          <Details />
          <States />
          <Charts />
        </div>
      </AppFrame>
    </ClientMessages>
  );
}

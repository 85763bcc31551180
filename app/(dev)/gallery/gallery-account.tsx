'use client';

import { AccountMenu } from '@/components/frame/account-menu';
import { toast } from '@/components/ui/toast-store';

export function GalleryAccount() {
  return (
    <AccountMenu
      account={{ name: '李建国', role: '县市住建局', links: [{ href: '/gallery#forms', label: '修改密码' }] }}
      onSignOut={() => toast('此处为陈列，没有登录', 'neutral')}
    />
  );
}

import { Building2, ChartNoAxesCombined, FileUp, House, ScrollText, Users } from 'lucide-react';
import type { NavGroup } from '@/components/frame/types';

export const galleryNav: NavGroup[] = [
  {
    key: 'work',
    items: [
      { href: '/', label: '待办', icon: <House aria-hidden="true" />, count: 12, exact: true },
      { href: '/gallery', label: '小区', icon: <Building2 aria-hidden="true" /> },
      { href: '/gallery-imports', label: '导入', icon: <FileUp aria-hidden="true" />, count: 128 },
      { href: '/gallery-board', label: '看板', icon: <ChartNoAxesCombined aria-hidden="true" /> },
    ],
  },
  {
    key: 'admin',
    label: '管理',
    items: [
      { href: '/gallery-users', label: '账号', icon: <Users aria-hidden="true" /> },
      { href: '/gallery-audit', label: '操作记录', icon: <ScrollText aria-hidden="true" /> },
    ],
  },
];

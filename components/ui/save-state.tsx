import { CloudAlert, CloudCheck, CloudOff, PencilLine } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Spinner } from './spinner';

export type SaveStatus =
  | { kind: 'saved'; time: string }
  | { kind: 'saving' }
  | { kind: 'unsaved' }
  | { kind: 'failed' }
  | { kind: 'offline' };

const icons = {
  saved: <CloudCheck aria-hidden="true" className="text-green" />,
  saving: <Spinner />,
  unsaved: <PencilLine aria-hidden="true" />,
  failed: <CloudAlert aria-hidden="true" className="text-red" />,
  offline: <CloudOff aria-hidden="true" className="text-amber-ink" />,
};

/** 已保存 10:32. Give the time as it is to be read. */
export function SaveState({ status }: { status: SaveStatus }) {
  const t = useTranslations('ui.saved');
  return (
    <span role="status" className="inline-flex items-center gap-1.5 text-sm text-ink-3 [&_svg]:size-4 [&_svg]:shrink-0">
      {icons[status.kind]}
      {status.kind === 'saved' ? t('saved', { time: status.time }) : t(status.kind)}
    </span>
  );
}

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import { DEVICES, type Device } from '@/lib/domain/https/device';

/** All four in sight on a phone too: whoever was taken for another device finds their own at once. */
export function DeviceChoice({ chosen }: { chosen: Device }) {
  const t = useTranslations('certificate');
  return (
    <nav aria-label={t('deviceLabel')} className="mb-6 grid grid-cols-2 gap-2 sm:grid-cols-4">
      {DEVICES.map((device) => (
        <Link
          key={device}
          href={`/certificate?device=${device}`}
          prefetch={false}
          scroll={false}
          aria-current={device === chosen ? 'page' : undefined}
          className={cn(
            'flex min-h-11 items-center justify-center rounded-md border px-2 text-center text-sm transition-colors',
            device === chosen
              ? 'border-accent bg-accent-soft font-semibold text-accent-ink'
              : 'border-line-strong bg-surface text-ink-2 hover:border-control hover:bg-hover',
          )}
        >
          {t(`devices.${device}`)}
        </Link>
      ))}
    </nav>
  );
}

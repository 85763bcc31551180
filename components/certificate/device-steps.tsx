import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { buttonStyle } from '@/components/ui/button-style';
import { Copyable } from '@/components/ui/copyable';
import { LinkButton } from '@/components/ui/link-button';
import type { Device } from '@/lib/domain/https/device';

const STEPS = {
  ios: ['download', 'install', 'trust'],
  android: ['download', 'install', 'compare'],
  windows: ['download', 'compare', 'install', 'browser'],
  linux: ['download', 'compare', 'install', 'browser'],
} as const;
type StepKey = { [D in Device]: `steps.${D}.${(typeof STEPS)[D][number]}` }[Device];

const COMMANDS: { readonly [key in StepKey]?: string } = {
  'steps.windows.compare': 'certutil -hashfile "%USERPROFILE%\\Downloads\\anju-ca.crt" SHA256',
  'steps.windows.install': 'certutil -addstore -f Root "%USERPROFILE%\\Downloads\\anju-ca.crt"',
  'steps.linux.compare': 'sha256sum "$(xdg-user-dir DOWNLOAD)/anju-ca.crt"',
  'steps.linux.install':
    'certutil -d sql:$HOME/.pki/nssdb -A -t "C,," -n anju -i "$(xdg-user-dir DOWNLOAD)/anju-ca.crt"',
};

/** What to do on a device of this kind, in order. `name` is the authority's, as the device lists it. */
export function DeviceSteps({ device, name }: { device: Device; name: string }) {
  const t = useTranslations('certificate');
  const keys = STEPS[device].map((step) => `steps.${device}.${step}` as StepKey);
  return (
    <ol className="space-y-6">
      {keys.map((key, index) => (
        <Step key={key} number={index + 1} title={t(`${key}.title`)} text={t(`${key}.text`, { name })}>
          {key.endsWith('.download') && <DownloadButton device={device} />}
          {COMMANDS[key] && <Command text={COMMANDS[key]} />}
          {key === 'steps.android.install' && <Brands />}
        </Step>
      ))}
      <Step number={keys.length + 1} title={t('finish.title')} text={t('finish.text')} />
    </ol>
  );
}

type StepProps = { number: number; title: string; text: string; children?: ReactNode };

function Step({ number, title, text, children }: StepProps) {
  return (
    <li className="flex gap-3">
      <span
        aria-hidden="true"
        className="mt-px flex size-6 shrink-0 items-center justify-center rounded-full bg-accent-soft text-sm font-semibold text-accent-ink"
      >
        {number}
      </span>
      <div className="min-w-0 flex-1">
        <h3 className="font-medium">{title}</h3>
        <p className="mt-1 text-ink-2">{text}</p>
        {children}
      </div>
    </li>
  );
}

function DownloadButton({ device }: { device: Device }) {
  const t = useTranslations('certificate');
  const icon = <Download aria-hidden="true" />;
  const style = 'mt-3 max-sm:w-full';
  if (device !== 'ios')
    return (
      <LinkButton href="/anju-ca.crt" download variant="primary" size="lg" icon={icon} className={style}>
        {t('download')}
      </LinkButton>
    );
  return (
    <a href="/anju-ca.mobileconfig" className={buttonStyle('primary', 'lg', style)}>
      {icon}
      {t('downloadProfile')}
    </a>
  );
}

const Command = ({ text }: { text: string }) => (
  <div className="mt-2 rounded-md bg-sunken px-3 py-1.5">
    <Copyable text={text} />
  </div>
);

function Brands() {
  const t = useTranslations('certificate.brands');
  return (
    <div className="mt-3 rounded-md bg-sunken px-4 py-3 text-sm text-ink-2">
      <p className="font-medium text-ink">{t('title')}</p>
      <ul className="mt-1 list-disc space-y-1 pl-5">
        {(['huawei', 'harmony', 'xiaomi', 'others'] as const).map((brand) => (
          <li key={brand}>{t(brand)}</li>
        ))}
      </ul>
      <p className="mt-2">{t('browser')}</p>
    </div>
  );
}

import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { PrintButton } from '@/components/ui/print-button';
import { QrCode } from '@/components/ui/qr-code';
import { TextLink } from '@/components/ui/text-link';
import { Fingerprint } from './fingerprint-card';

type Props = { addresses: readonly string[]; fingerprint: string };

/** On the screen a card for the administrator; on paper the poster. */
export function PosterCard({ addresses, fingerprint }: Props) {
  const t = useTranslations('certificate.poster');
  const [address, ...others] = addresses;
  if (!address) return null;
  return (
    <>
      <Card title={t('title')} description={t('text')} className="no-print">
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <QrCode text={address} label={t('qr')} className="size-36 shrink-0 rounded-md border border-line" />
          <div className="min-w-0">
            <p className="text-sm text-ink-3">{t('at')}</p>
            <p className="font-mono">{address}</p>
            <ul className="mt-2 space-y-1 text-sm">
              {others.map((other) => (
                <li key={other}>
                  <TextLink href={`/certificate?poster=${encodeURIComponent(other)}`}>
                    {t('useAt', { address: other })}
                  </TextLink>
                </li>
              ))}
            </ul>
            <div className="mt-3">
              <PrintButton label={t('print')} />
            </div>
          </div>
        </div>
      </Card>
      <Poster address={address} fingerprint={fingerprint} />
    </>
  );
}

/** A4, to be read from two metres; nothing of the page around it is printed. */
function Poster({ address, fingerprint }: { address: string; fingerprint: string }) {
  const t = useTranslations('certificate.poster');
  return (
    <section aria-hidden="true" className="hidden text-center print:block">
      <p className="text-[22pt] leading-tight">{t('first')}</p>
      <p className="mt-[3mm] text-[32pt] leading-tight font-semibold text-balance">{t('heading')}</p>
      <QrCode text={address} label="" className="mx-auto mt-[8mm] size-[110mm]" />
      <p className="mt-[4mm] text-[18pt]">{t('scan')}</p>
      <p className="mt-[8mm] text-[14pt]">{t('type')}</p>
      <p className="mt-[1mm] font-mono text-[20pt] leading-tight">{address}</p>
      <p className="mt-[8mm] text-[14pt]">{t('after')}</p>
      <div className="mt-[10mm] border-t border-black pt-[5mm] text-[11pt]">
        <p>{t('compare')}</p>
        <div className="mx-auto mt-[2mm] max-w-[130mm] text-[12pt]">
          <Fingerprint text={fingerprint} />
        </div>
      </div>
    </section>
  );
}

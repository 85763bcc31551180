import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { formatDateTime } from '@/lib/format/date';

type Props = { name: string; fingerprint: string; notAfter: string; names: readonly string[] };

/** In two lines of sixteen, as it is compared: pair by pair, with a finger on the paper. */
export function Fingerprint({ text }: { text: string }) {
  const pairs = text.split(':');
  return (
    <span className="block font-mono leading-relaxed tracking-wide">
      {[0, 8, 16, 24].map((at) => (
        <span key={at} className="mr-3 inline-block whitespace-nowrap">
          {pairs.slice(at, at + 8).join(':')}
        </span>
      ))}
    </span>
  );
}

export function FingerprintCard({ name, fingerprint, notAfter, names }: Props) {
  const t = useTranslations('certificate.fingerprint');
  const locale = useLocale();
  return (
    <Card id="fingerprint" title={t('title')} description={t('text')}>
      <DefinitionList
        columns={2}
        items={[
          { term: t('sha256'), value: <Fingerprint text={fingerprint} />, wide: true },
          { term: t('name'), value: name },
          { term: t('until'), value: formatDateTime(new Date(notAfter), locale) },
          { term: t('only'), value: names.join(locale === 'en' ? ', ' : '、'), wide: true },
        ]}
      />
    </Card>
  );
}

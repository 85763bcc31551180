import { useLocale, useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { NewsRules } from '@/lib/domain/rulebook/schema-news';
import { optionsOf } from './words';

type Props = {
  asks: NewsRules['kinds'][number]['asks'];
  media: NewsRules['media'];
  errors: (field: string) => string[];
};

/** What a kind wants to know besides: the medium, the document that praises, the meeting. */
export function AskedFields({ asks, media, errors }: Props) {
  const t = useTranslations('news.form');
  const locale = useLocale();
  return (
    <>
      {asks.includes('medium') && (
        <div className="grid gap-4 sm:grid-cols-3">
          <Field label={t('medium')} error={errors('medium')} required>
            <Select name="medium" placeholder={t('choose')} options={optionsOf(media, locale)} />
          </Field>
          <Field label={t('outlet')} hint={t('outletHint')} error={errors('outlet')} required className="sm:col-span-2">
            <Input name="outlet" maxLength={80} />
          </Field>
        </div>
      )}
      {asks.includes('document') && (
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('documentNo')} error={errors('documentNo')} required>
            <Input name="documentNo" maxLength={80} />
          </Field>
          <Field label={t('issuer')} error={errors('issuer')} required>
            <Input name="issuer" maxLength={80} />
          </Field>
        </div>
      )}
      {asks.includes('meeting') && (
        <div className="grid gap-4 sm:grid-cols-3">
          <Field label={t('place')} error={errors('place')} required className="sm:col-span-2">
            <Input name="place" maxLength={120} />
          </Field>
          <Field label={t('participants')} error={errors('participants')} required>
            <Input name="participants" inputMode="numeric" maxLength={6} />
          </Field>
        </div>
      )}
    </>
  );
}

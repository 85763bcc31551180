import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';

type Props = { counties: readonly { code: string; name: string }[]; chosen: string | null };

/** A GET form: works on any phone, without a script. */
export function CountyFilter({ counties, chosen }: Props) {
  const t = useTranslations('gongshi');
  return (
    <form action="/gongshi" className="no-print mb-4 flex flex-wrap items-center gap-2">
      <Select
        name="county"
        aria-label={t('county')}
        placeholder={t('allCounties')}
        options={counties.map(({ code, name }) => ({ value: code, label: name }))}
        defaultValue={chosen ?? ''}
        className="w-auto!"
      />
      <Button type="submit">{t('choose')}</Button>
    </form>
  );
}

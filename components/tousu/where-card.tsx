import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { TextLink } from '@/components/ui/text-link';

export interface Place {
  county: string | null;
  words: string;
  notice: string | null;
}

type Props = Place & {
  counties: readonly { code: string; name: string }[];
  found: readonly { id: string; name: string; place: string }[];
};

const hrefOf = ({ county, notice }: Place, compound: string) =>
  `/tousu?${new URLSearchParams({ ...(county ? { county } : {}), ...(notice ? { notice } : {}), compound })}`;

/** County and compound, chosen by a GET form and links: works on any phone, without a script. */
export function WhereCard({ counties, found, ...place }: Props) {
  const t = useTranslations('tousu');
  const { county, words, notice } = place;
  return (
    <Card title={t('where')} description={t('whereText')} className="no-print">
      <form action="/tousu" className="space-y-4">
        {notice && <input type="hidden" name="notice" value={notice} />}
        <Field label={t('county')} required>
          <Select
            name="county"
            placeholder={t('chooseCounty')}
            options={counties.map(({ code, name }) => ({ value: code, label: name }))}
            defaultValue={county ?? ''}
          />
        </Field>
        <Field label={t('compound')} hint={t('compoundHint')}>
          <Input name="q" maxLength={40} defaultValue={words} autoComplete="off" />
        </Field>
        <Button type="submit">{t('find')}</Button>
      </form>
      {county && found.length > 0 && (
        <div className="mt-4">
          <p className="font-medium">{t('found')}</p>
          <ul className="mt-2 divide-y divide-line">
            {found.map(({ id, name, place: town }) => (
              <li key={id} className="py-2">
                <TextLink href={hrefOf(place, id)}>{name}</TextLink>
                <span className="ml-2 text-sm text-ink-3">{town}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {county && words.length > 1 && found.length === 0 && (
        <p className="mt-4 text-sm text-amber-ink">{t('notFound', { words })}</p>
      )}
    </Card>
  );
}

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';

/** A GET form: the page turns what was typed into the address of the answer. */
export function CodeForm() {
  const t = useTranslations('tousu');
  return (
    <Card title={t('look')} description={t('lookText')} className="no-print">
      <form action="/tousu" className="space-y-4">
        <Field label={t('code')} hint={t('codeHint')} required>
          <Input
            name="code"
            maxLength={60}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            className="font-mono tracking-wider sm:w-80!"
          />
        </Field>
        <Button type="submit">{t('lookAction')}</Button>
      </form>
    </Card>
  );
}

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';

/** A GET form: the page turns what was typed into the address of the receipt. */
export function ReceiptForm() {
  const t = useTranslations('gongshi.receipt');
  return (
    <Card className="no-print">
      <form action="/receipt" className="space-y-4">
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
        <Button type="submit" variant="primary">
          {t('look')}
        </Button>
      </form>
    </Card>
  );
}

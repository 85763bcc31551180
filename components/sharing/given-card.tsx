import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { type Definition, DefinitionList } from '@/components/ui/definition-list';
import { parseHundredths } from '@/lib/domain/kernel/hundredths';
import { formatMoney } from '@/lib/domain/kernel/money';
import type { OpenPayerView, SharingSheet } from '@/lib/domain/sharing/answers';
import { movedUnderground } from '@/lib/domain/sharing/grouped';
import { CivilDialog } from './forms/civil-dialog';
import { CoverDialog, type Money } from './forms/cover-dialog';
import { PayersDialog } from './forms/payers-dialog';
import { type SharingWords, useSharingWords } from './words';

type Props = {
  projectId: string;
  sheet: SharingSheet;
  words: SharingWords;
  moneys: readonly Money[];
  companies: readonly string[];
  mayWrite: boolean;
};

/** What the sharing rests on beside the rules: moneys of the government, names of payers, civil works. */
export function GivenCard({ projectId, sheet, words, moneys, companies, mayWrite }: Props) {
  const t = useTranslations('sharing.given');
  const say = useTranslations('sharing');
  const { listed, money, rule, said, yuan } = useSharingWords(words);
  const { settings, payers } = sheet;
  const civil = sheet.items.filter(movedUnderground);
  const unsaid = civil.filter((one) => one.civil === null).length;
  const civilSum = civil.reduce((sum, one) => sum + (parseHundredths(one.civil ?? '0') ?? 0n), 0n);
  const button = <Button size="sm">{t('edit')}</Button>;
  const form = { projectId, sheet, words, trigger: button };
  const row = (what: string, dialog: React.ReactNode) => (
    <span className="flex items-start justify-between gap-2">
      <span className="min-w-0">{what}</span>
      {mayWrite && <span className="no-print shrink-0">{dialog}</span>}
    </span>
  );
  const namesOf = ({ names, unnamed }: OpenPayerView) =>
    [...names, ...(unnamed === '0.00' ? [] : [say('unnamed')])].join('、');
  const cover = settings.cover.map(({ source, kind, amount }) => `${money(source, kind ?? null)} ${yuan(amount)}`);
  const items: Definition[] = [
    {
      term: t('cover'),
      value: row(listed(cover) || t('coverNone'), <CoverDialog {...form} moneys={moneys} />),
      wide: true,
    },
    { term: t('subsidy'), value: yuan(settings.subsidy) },
    ...(payers.length > 0 || settings.payers.some(({ amount }) => amount)
      ? [
          {
            term: t('payers'),
            value: row(
              listed(payers.map((one) => said(rule(one.rule), namesOf(one)))),
              <PayersDialog {...form} companies={companies} />,
            ),
            wide: true,
          },
        ]
      : []),
    ...(civil.length > 0
      ? [
          {
            term: t('civil'),
            value: row(
              unsaid > 0
                ? t('civilUnsaid', { count: unsaid })
                : t('civilSaid', { count: civil.length, sum: yuan(formatMoney(civilSum)) }),
              <CivilDialog {...form} />,
            ),
            wide: true,
          },
        ]
      : []),
  ];
  return (
    <Card id="given" title={t('title')} description={t('text')}>
      <DefinitionList items={items} columns={1} />
    </Card>
  );
}

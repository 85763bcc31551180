import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { ProjectMoney } from '@/lib/domain/funds/answers';
import { formatMoney } from '@/lib/domain/kernel/money';
import { EntryDialog } from './forms/entry-dialog';
import { PaymentDialog } from './forms/payment-dialog';
import { type FundWords, fenOf } from './words';

type Props = {
  projectId: string;
  /** the menu holds what the plans do */
  words: FundWords;
  money: ProjectMoney;
  today: string;
  mayWrite: boolean;
  mayAsk: boolean;
};

/** What may be done with a project's money now; each form offers what is there. */
export function MoneyActs({ projectId, words, money: { pots, pools, contracts }, today, mayWrite, mayAsk }: Props) {
  const t = useTranslations('ledger.forms');
  const ofPots = (left: (pot: (typeof pots)[number]) => bigint) =>
    pots.map((pot) => ({ ...pot, amount: formatMoney(left(pot)) })).filter(({ amount }) => fenOf(amount) > 0n);
  const outstanding = ofPots((pot) => fenOf(pot.outstanding));
  const payable = ofPots((pot) => fenOf(pot.left) - fenOf(pot.pending));
  const open = contracts
    .filter(({ status }) => status === 'active')
    .map(({ id, no, name, left, pending }) => ({ id, no, name, left: formatMoney(fenOf(left) - fenOf(pending)) }))
    .filter(({ left }) => fenOf(left) > 0n);
  const why = () => {
    if (payable.length === 0) return pots.some(({ received }) => fenOf(received) > 0n) ? 'potUsed' : 'noPot';
    return contracts.length > 0 ? 'contractUsed' : 'noContract';
  };
  const of = { projectId, words, today };
  return (
    <div className="no-print flex flex-wrap gap-2">
      {mayWrite && (
        <>
          <EntryDialog
            {...of}
            movement="allocated"
            available={[]}
            trigger={<Button size="sm">{t('allocate')}</Button>}
          />
          {pools.length > 0 && (
            <EntryDialog
              {...of}
              movement="assigned"
              available={pools}
              trigger={<Button size="sm">{t('assign')}</Button>}
            />
          )}
          {outstanding.length > 0 && (
            <EntryDialog
              {...of}
              movement="received"
              available={outstanding}
              trigger={<Button size="sm">{t('receive')}</Button>}
            />
          )}
        </>
      )}
      {mayAsk && payable.length > 0 && open.length > 0 && (
        <PaymentDialog
          {...of}
          available={payable}
          contracts={open}
          trigger={
            <Button size="sm" variant="primary">
              {t('ask')}
            </Button>
          }
        />
      )}
      {mayAsk && (payable.length === 0 || open.length === 0) && (
        <p className="self-center text-sm text-ink-3">{t(why())}</p>
      )}
    </div>
  );
}

import type { ImportChoice, ImportLineView } from '@/lib/domain/funds/imports/answers';

/** Whose money a movement is, as it is chosen; what is not chosen of pot and contract is the first there is. */
export interface MoneyTyped {
  projectId: string;
  pot: string;
  contractId: string;
}

export const NO_MONEY: MoneyTyped = { projectId: '', pot: '', contractId: '' };

type Pot = ImportChoice['pots'][number];
export const potValue = ({ source, kind, earmark }: Omit<Pot, 'outstanding' | 'cash'>): string =>
  [source, kind, earmark].join('|');

/** Money that comes in is expected by a pot, money that goes out lies in one. */
export const hasMoney = ({ outstanding, cash }: Pot, isIn: boolean): boolean => (isIn ? outstanding : cash) !== '0.00';

export function chosenMoney(
  { projectId, pot, contractId }: MoneyTyped,
  choices: readonly ImportChoice[],
  isIn: boolean,
) {
  const project = choices.find(({ id }) => id === projectId);
  const pots = (project?.pots ?? []).filter((one) => hasMoney(one, isIn));
  const contracts = project?.contracts ?? [];
  return {
    ...{ project, pots, contracts },
    pot: pots.find((one) => potValue(one) === pot) ?? pots[0],
    contract: contracts.find(({ id }) => id === contractId) ?? contracts[0],
  };
}

/** As the request says it; a payment names its contract and items. */
export function moneySent(
  typed: MoneyTyped,
  choices: readonly ImportChoice[],
  items: readonly { item: string; amount: string }[] | null,
): object {
  const { pot, contract } = chosenMoney(typed, choices, items === null);
  const { source = '', kind = '', earmark = 'general' } = pot ?? {};
  const money = { projectId: typed.projectId, source, kind, earmark };
  return items
    ? { decision: 'payment', ...money, contractId: contract?.id ?? '', items }
    : { decision: 'receipt', ...money };
}

/** What the line itself makes likely. */
export function likelyMoney({ match: { candidates } }: Pick<ImportLineView, 'match'>): MoneyTyped {
  const found = candidates.find(({ target: { type } }) => type === 'receipt' || type === 'payment')?.target;
  if (found?.type === 'payment') return { ...NO_MONEY, projectId: found.projectId, contractId: found.contractId };
  return found?.type === 'receipt' ? { ...NO_MONEY, projectId: found.projectId } : NO_MONEY;
}

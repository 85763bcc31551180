import { useLocale, useTranslations } from 'next-intl';
import { type FundWords, potName } from '@/components/funds/words';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/text-link';
import type { HintView, ImportChoice, ImportLineView, StatementView } from '@/lib/domain/funds/imports/answers';
import { yuanText } from '@/lib/format/money-text';
import { BookedLink } from './booked-link';
import { LineActs } from './line-acts';
import { LineBadge } from './state-badge';
import { becauseText, decisionText, partText, targetText } from './words';

interface Props {
  statement: StatementView;
  rows: readonly ImportLineView[];
  choices: readonly ImportChoice[];
  words: FundWords;
}

export function LinesTable({ statement, rows, choices, words }: Props) {
  const t = useTranslations('fundImports.rows');
  const locale = useLocale();
  const { status, kind } = statement;
  const isOpen = status === 'draft' && kind === 'bank';
  const sum = (line: ImportLineView) =>
    t(line.amount.startsWith('-') ? 'out' : 'in', { sum: yuanText(line.amount.replace('-', ''), locale) });
  const columns: Column<ImportLineView>[] = [
    {
      key: 'day',
      header: t('day'),
      primary: true,
      className: 'whitespace-nowrap',
      cell: (line) => (
        <>
          {line.day} <span className="text-ink-3">{t('rowNo', { row: line.rowNo })}</span>
        </>
      ),
    },
    {
      key: 'amount',
      header: t('amount'),
      align: 'right',
      className: 'whitespace-nowrap',
      cell: (line) => (
        <span>
          <span className="font-medium tabular-nums">{sum(line)}</span>
          {line.balance !== null && (
            <span className="block text-ink-3">{t('balance', { sum: yuanText(line.balance, locale) })}</span>
          )}
        </span>
      ),
    },
    { key: 'from', header: t('from'), className: 'sm:min-w-40', cell: (line) => <From line={line} /> },
    {
      key: 'match',
      header: t('match'),
      className: 'sm:min-w-64',
      cell: (line) => <Match line={line} isLedger={kind === 'ledger'} words={words} />,
    },
    ...(isOpen
      ? [
          {
            key: 'act',
            header: t('act'),
            cell: (line: ImportLineView) => (
              <LineActs statement={statement} line={line} choices={choices} words={words} />
            ),
          },
        ]
      : []),
  ];
  return (
    <DataTable
      phoneFirst={20}
      caption={t('caption')}
      columns={columns}
      rows={rows}
      rowKey={({ id: key }) => key}
      empty={<EmptyState title={t('none')} description={t('noneText')} />}
    />
  );
}

function From({ line: { counterparty, counterAccount, remark, serialNo } }: { line: ImportLineView }) {
  const t = useTranslations('fundImports.rows');
  const small = [counterAccount && t('tail', { tail: counterAccount }), serialNo && t('serial', { no: serialNo })];
  return (
    <span className="block min-w-0 break-words">
      {counterparty}
      {remark && <span className="block text-ink-2">{remark}</span>}
      <span className="block text-sm text-ink-3">{small.filter(Boolean).join(' · ')}</span>
    </span>
  );
}

/** What is to be done elsewhere before the line has its place here. */
function Hint({ hint, words }: { hint: HintView; words: FundWords }) {
  const t = useTranslations('fundImports.hint');
  const locale = useLocale();
  if (hint.code === 'cancels' || hint.code === 'takenBack')
    return <span className="block text-ink-2">{t(hint.code, { row: hint.row })}</span>;
  if (hint.code === 'reversal')
    return (
      <span className="block text-ink-2">
        {t('reversal')} <TextLink href="/funds/entries">{t('toEntries')}</TextLink>
      </span>
    );
  return (
    <span className="block text-ink-2">
      {t('pool', { pot: potName(words, hint, locale), sum: yuanText(hint.there, locale) })}{' '}
      <TextLink href="/funds/pool">{t('toPool')}</TextLink>
    </span>
  );
}

/** What a line is taken for, and why. */
function Match({ line, isLedger, words }: { line: ImportLineView; isLedger: boolean; words: FundWords }) {
  const t = useTranslations('fundImports');
  const locale = useLocale();
  const { state, known, decision, match, hints } = line;
  return (
    <span className="block min-w-0 space-y-1">
      <LineBadge state={state} />
      {known && (
        <TextLink href={`/funds/imports/${known.statementId}`}>
          {t('rows.knownIn', { name: known.fileName, row: known.rowNo })}
        </TextLink>
      )}
      {decision && (
        <span className="block">
          {decisionText(t, decision, { isLedger, words, locale })}
          {decision.parts?.map((part) => (
            <span key={JSON.stringify(part)} className="block text-sm">
              {partText(t, part, words, locale)}
              <BookedLink booked={part.booked} />
            </span>
          ))}
          <BookedLink booked={decision.booked} />
          {decision.voucherNo && !decision.booked && (
            <span className="block text-sm text-ink-3">{t('decision.voucher', { no: decision.voucherNo })}</span>
          )}
          {decision.reversed && (
            <TextLink href={`/funds/entries/${decision.reversed.id}`} className="block text-sm">
              {t('decision.reversed', { day: decision.reversed.day, no: decision.reversed.voucherNo })}
            </TextLink>
          )}
        </span>
      )}
      {hints.map((hint) => (
        <Hint key={JSON.stringify(hint)} hint={hint} words={words} />
      ))}
      {state === 'none' && hints.length === 0 && <span className="block text-ink-3">{t('rows.nothing')}</span>}
      {state === 'unsure' && <span className="block text-ink-3">{t('rows.unsure')}</span>}
      {(state === 'found' && match.chosen
        ? [match.chosen]
        : state === 'unsure'
          ? match.candidates.slice(0, 3)
          : []
      ).map((one) => (
        <span key={JSON.stringify(one.target)} className="block">
          {targetText(t, one, words, locale)}
          <span className="block text-sm text-ink-3">{becauseText(t, one, locale)}</span>
        </span>
      ))}
    </span>
  );
}

import type { ReceiptView } from '@/lib/domain/contributions/answers';
import { PAY_CHANNEL_LABELS } from '@/lib/domain/contributions/labels';
import { parseHundredths } from '@/lib/domain/kernel/hundredths';
import { inChinese } from '@/lib/domain/notices/paper';
import { capitalMoney } from '@/lib/domain/papers/capital-money';
import { formatYuan } from '@/lib/format/money';
import { groupThousands } from '@/lib/format/number';

/** 收据, in Chinese whatever the page's language: the owner's name is written by hand, so that no list of names lies on the printer. */
export function ReceiptSlip({ receipt }: { receipt: ReceiptView }) {
  const fen = parseHundredths(receipt.amount) ?? 0n;
  const lines: [string, string][] = [
    ['小区、户号', `${receipt.compound} ${receipt.household}`],
    ['业主', receipt.owners.map(({ name }) => name).join('、') || '—'],
    ['事由', `${receipt.project.name}（${receipt.project.code}）居民出资`],
    ['金额（大写）', `人民币${capitalMoney(fen)}`],
    ['金额（小写）', formatYuan(fen, 'zh-CN')],
    ['交款方式', receipt.channel ? PAY_CHANNEL_LABELS[receipt.channel].zh : '—'],
    ['交款日期', inChinese(receipt.paidOn)],
    ['应缴、尚欠', `应缴 ${groupThousands(receipt.due)} 元，至打印时尚欠 ${groupThousands(receipt.left)} 元`],
    ...(receipt.note ? ([['备注', receipt.note]] satisfies [string, string][]) : []),
  ];
  return (
    <article lang="zh-CN" className="official-paper">
      <h2>居民出资收据</h2>
      <p className="number">收据号 {receipt.receiptNo}</p>
      {receipt.reversed && <p>本收据已冲销，作废。</p>}
      <table>
        <tbody>
          {lines.map(([label, text]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{text}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">交款人签字</th>
            <td> </td>
          </tr>
          <tr>
            <th scope="row">收款人签字</th>
            <td> </td>
          </tr>
        </tbody>
      </table>
      <p className="signed">
        {receipt.issuer}（盖章）
        <br />
        {inChinese(receipt.paidOn)}
      </p>
    </article>
  );
}

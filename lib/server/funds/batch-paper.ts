import 'server-only';
import type { BatchDetail, BatchLineAnswer } from '@/lib/domain/funds/batch-answers';
import { fundWords } from '@/lib/domain/funds/words';
import { calendarDateOf } from '@/lib/domain/kernel/calendar-date';
import { parseHundredths } from '@/lib/domain/kernel/hundredths';
import { sumMoney } from '@/lib/domain/kernel/money';
import type { OfficialPaper, PaperTable } from '@/lib/domain/papers/types';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import { formatDate } from '@/lib/format/date';
import { formatWanExact } from '@/lib/format/money';

const fen = (yuan: string) => parseHundredths(yuan) ?? 0n;
const wan = (sum: bigint) => formatWanExact(sum, 'zh-CN');
const sumOf = (lines: readonly BatchLineAnswer[]) => sumMoney(lines.map(({ amount }) => fen(amount)));

function detailTable({ items, total }: BatchDetail): PaperTable {
  const numbered = items.map(({ county, project, reward, amount, note }, at) => [
    String(at + 1),
    county.name,
    project?.name ?? '由县市分配到项目',
    wan(fen(amount)),
    [reward ? '绩效奖励' : '', note ?? ''].filter(Boolean).join('；'),
  ]);
  return {
    caption: '资金下达明细',
    head: ['序号', '县市', '项目', '金额', '备注'],
    rows: [...numbered, ['', '合计', '', wan(fen(total)), '']],
  };
}

function countiesTable({ items }: BatchDetail): PaperTable {
  const counties = [...new Map(items.map(({ county }) => [county.id, county.name]))];
  return {
    caption: '各县市合计',
    head: ['县市', '项目数', '下达到项目', '由县市分配', '其中绩效奖励', '合计'],
    rows: counties.map(([id, name]) => {
      const own = items.filter(({ county }) => county.id === id);
      const given = own.filter(({ project }) => project !== null);
      return [
        name,
        String(new Set(given.map(({ project }) => project?.id)).size),
        wan(sumOf(given)),
        wan(sumOf(own.filter(({ project }) => project === null))),
        wan(sumOf(own.filter(({ reward }) => reward))),
        wan(sumOf(own)),
      ];
    }),
  };
}

/** 资金下达明细 as an official paper: what is given, for what, and to whom. A county's has its own lines. */
export function batchPaper(batch: BatchDetail, issuer: string, rulebook: Rulebook): OfficialPaper {
  const { sources, earmarks } = fundWords(rulebook);
  const source = sources.find(({ code }) => code === batch.source);
  const kind = source?.kinds.find(({ code }) => code === batch.kind);
  const name = [source?.name ?? batch.source, kind?.name].filter(Boolean).join('（') + (kind ? '）' : '');
  const purpose = earmarks.find(({ code }) => code === batch.earmark)?.name ?? batch.earmark;
  const counties = new Set(batch.items.map(({ county }) => county.id)).size;
  const day = formatDate(calendarDateOf(batch.documentOn), 'zh-CN');
  return {
    issuer,
    documentNo: batch.documentNo,
    title: batch.title,
    addressee: null,
    body: [
      `一、下达金额。下达${batch.year}年度${name}${wan(fen(batch.total))}，涉及${counties}个县市、${batch.items.length}笔${fen(batch.reward) > 0n ? `，其中绩效奖励${wan(fen(batch.reward))}` : ''}。`,
      `二、资金用途。${purpose}。专款专用，支付前须完成初步设计和概算的审批备案。`,
      ...(batch.status === 'draft' ? ['三、本明细尚未下达，以正式下达为准。'] : []),
    ],
    tables: [detailTable(batch), countiesTable(batch)],
    attachments: [],
    signed: issuer,
    date: day,
  };
}

// npm run audit:verify [-- --export FILE | --file FILE] [--heads FILE] [--print-heads]
// Recomputes every line's hash, every chain and every vote, as the verifier's role; exit 0: whole, 1: something is broken, 64: usage.
import { once } from 'node:events';
import { createWriteStream, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { headsFrom } from '@/lib/server/audit/verify/heads';
import type { Head, Problem } from '@/lib/server/audit/verify/records';
import { type Verdict, verifyDatabase, verifyFile } from '@/lib/server/audit/verify/verify';

const SAYS: Record<Problem['kind'], string> = {
  line_altered: '日志内容被改动 line was altered',
  line_missing: '日志被删除 line is gone',
  line_misplaced: '日志编号不符 line under another number',
  first_record: '首记录不符 first record is not this chain’s',
  seal_missing: '缺少封存记录 seal is missing',
  seal_broken: '封存记录与日志不符 seal does not match its lines',
  seal_count: '封存条数不符 seal counts other lines than it has',
  chain_shorter: '链比以前短 chain is shorter than the head exported earlier',
  chain_differs: '链与以前导出的链头不同 chain differs from the head exported earlier',
  closing_missing: '文件没有末记录 file has no closing record',
  closing_differs: '末记录不符 closing record does not match',
  orphan_lines: '已封存日志找不到封存记录 sealed lines without their seal',
  unaccounted_lines: '日志既未封存也不在待封存清单 lines neither sealed nor waiting',
  trigger_disabled: '触发器被停用 trigger is disabled',
  trigger_missing: '缺少触发器 trigger is missing',
  row_security: '未强制行级权限 row security is not forced',
  vote_first: '表决链的首条与本安装、本轮次不符 first entry is not this round’s',
  vote_entry_missing: '表决链缺少一条 entry of the round’s chain is missing',
  vote_entry_broken: '表决链在此断开 entry does not follow from the one before it',
  vote_entry_altered: '表决链的内容被改动 content of the entry was altered',
  vote_row_altered: '选票或复核被改动 ballot or second look was altered',
  vote_rows_differ: '这一条与其选票或复核不符（增、删或改） ballots or looks are not those that the entry recorded',
  vote_row_orphan: '选票或复核不在表决链中 ballot or second look stands in no entry',
  vote_head: '链尾与最后一条不符 the kept head is not the last entry',
  vote_roll_altered: '户册与开启表决时不符 the roll is not the one that was frozen',
  vote_step: '轮次的状态或结果与表决链不符 the round’s status or result is not what its chain says',
  vote_result: '认定结果与选票汇总不符 the certified result is not what the ballots add up to',
  vote_after_closing:
    '截止后的选票没有成立的异议，或缺照片 ballot after closing without an upheld objection that made it, or without its photo',
  vote_sums: '汇总数与逐户重算不符 kept sums are not what the ballots add up to',
  ledger_lines: '台账的借贷分录与凭证不符 debits and credits are not what the entry says',
  ledger_balance: '科目余额与分录重算不符，或低于零 a balance is not what its lines add up to, or below zero',
  ledger_sums: '资金汇总数与台账重算不符 kept sums of money are not what the entries add up to',
  ledger_persons: '支付没有第二人审核 a payment without a second person',
  works: '总览的数据与规则重算不符 figures of the overview are not what the rule says',
  month_ends: "月末留存的数据与其哈希不符 figures of a month's end are not what their hash says",
  project_lights: '项目的灯与规则重算不符 a light is not what the rule says, or their totals are not what they count',
  nothing_checked: '一条也没有检查到 nothing was checked (0 lines)',
  unreadable: '文件中有无法识别的内容 unreadable record',
};

function tell(problem: Problem): string {
  const where = [
    problem.line && `line ${problem.line}`,
    problem.round && `轮次 round ${problem.round}`,
    problem.chain && `chain ${problem.chain}`,
    problem.seq !== undefined && `${problem.chain?.startsWith('round:') ? 'entry' : 'seal'} ${problem.seq}`,
    problem.ballot && `选票 ballot ${problem.ballot}`,
    problem.detail,
  ].filter(Boolean);
  return `✗ ${SAYS[problem.kind]}${where.length ? `: ${where.join(', ')}` : ''}`;
}

/** Written no faster than the disk takes it. */
function writer(path: string) {
  const stream = createWriteStream(path, { mode: 0o600 });
  const failed = new Promise<never>((_, reject) => stream.once('error', reject));
  failed.catch(() => {});
  return {
    write: async (line: string) => {
      if (!stream.write(`${line}\n`)) await Promise.race([once(stream, 'drain'), failed]);
    },
    end: () => Promise.race([new Promise<void>((resolve) => stream.end(resolve)), failed]),
  };
}

const options = {
  export: { type: 'string' },
  file: { type: 'string' },
  heads: { type: 'string' },
  'print-heads': { type: 'boolean' },
} as const;

function earlierHeads(path: string): Head[] {
  const heads = headsFrom(readFileSync(path, 'utf8'));
  if (heads) return heads;
  throw new Error(
    `${path} 里没有链头。请给 --print-heads 的输出，或 --export 导出的文件。No chain heads in it: give what --print-heads printed, or a file of --export.`,
  );
}

async function check(flags: { export?: string; file?: string; heads?: string }): Promise<Verdict> {
  const earlier = flags.heads ? earlierHeads(flags.heads) : [];
  if (flags.file) return verifyFile(flags.file, earlier);
  const url = process.env.ANJU_VERIFIER_URL;
  if (!url) throw new Error('请设置 ANJU_VERIFIER_URL Set ANJU_VERIFIER_URL, or run `npm run audit:verify`');
  const out = flags.export ? writer(flags.export) : undefined;
  const verdict = await verifyDatabase(url, earlier, out?.write);
  await out?.end();
  return verdict;
}

const SHOWN = 20;

async function main(): Promise<number> {
  const { values } = parseArgs({ options, strict: true });
  const verdict = await check(values);
  if (values['print-heads']) console.log(JSON.stringify(verdict.heads, null, 2));
  const say = values['print-heads'] ? console.error : console.log;
  const { lines, votes, unsealed, heads, problems } = verdict;
  const rounds = heads.filter(({ chain }) => chain.startsWith('round:')).length;
  const chains = heads.length - rounds;
  say(`检查了 ${lines} 条日志、${chains} 条链 checked ${lines} lines in ${chains} chains`);
  say(
    `检查了 ${votes} 张选票和复核、${rounds} 个表决轮次 checked ${votes} ballots and second looks in ${rounds} vote rounds`,
  );
  if (unsealed > 0)
    say(`另有 ${unsealed} 条尚未封存 ${unsealed} lines are not sealed yet (the job runner seals every minute)`);
  for (const problem of problems.slice(0, SHOWN)) say(tell(problem));
  if (problems.length > SHOWN) say(`… 另有 ${problems.length - SHOWN} 处 more`);
  say(problems.length === 0 ? '✓ 完整，没有改动 whole and unaltered' : `✗ 共 ${problems.length} 处问题 problems`);
  return problems.length === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS') ? 64 : 1;
}

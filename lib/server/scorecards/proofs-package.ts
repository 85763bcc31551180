import 'server-only';
import { createHash } from 'node:crypto';
import { type Reason, reason } from '@/lib/domain/kernel/result';
import { type PackedProof, PROOF_HEAD, proofLine, proofTable } from '@/lib/domain/scorecards/paper/proof-index';
import { hashOfStored, isWhole, readWhole } from '@/lib/server/files/read-whole';
import { type ZipPart, zipStream } from '@/lib/server/files/zip-stream';
import { spanDocx } from '@/lib/server/papers/span-docx';
import { smallBook } from '@/lib/server/workbooks/small-book';

export interface ProofsToPack {
  county: string;
  year: number;
  /** each with where its bytes lie */
  list: (PackedProof & { key: string })[];
  /** of the last submission; null: it was not submitted yet */
  facts: FrozenFacts | null;
}

/** As they were frozen, letter by letter, and at which moment (ms): the hash that was kept then is over both (receipt_hash). */
export interface FrozenFacts {
  text: string;
  stamp: string;
  hash: string;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const FACTS = '冻结数据.json';
const FACTS_HASH = '冻结数据校验码.txt';
const FACTS_TITLE = '自评时冻结的数据';
const WIDTHS = [10, 22, 60, 36, 60, 14, 68];

/** 2020年禄丰市绩效评价支撑材料.zip */
export const packageName = ({ county, year }: ProofsToPack): string => `${year}年${county}绩效评价支撑材料.zip`;

/** Every file and the frozen facts against the hash that was kept: all that are gone or altered, before a byte leaves. */
export async function damagedProofs({ list, facts }: ProofsToPack): Promise<Reason[]> {
  const reasons: Reason[] = [];
  if (facts && sha256(`${facts.text} ${facts.stamp}`) !== facts.hash)
    reasons.push(reason('archive.fileDamaged', { no: '', title: FACTS_TITLE, file: FACTS }));
  for (const { key, no, proof } of list) {
    const found = await hashOfStored(key);
    const what = { no, title: proof.title, file: proof.file.name };
    if (found === null) reasons.push(reason('archive.fileMissing', what));
    else if (found !== proof.sha256) reasons.push(reason('archive.fileDamaged', what));
  }
  return reasons;
}

const indexBook = ({ list }: ProofsToPack) =>
  smallBook(
    '支撑材料目录',
    PROOF_HEAD.map((header, at) => ({ header, width: WIDTHS[at] ?? 16, format: at === 5 ? '0' : '@' })),
    list.map(proofLine),
  );

/** As `sha256sum -c` reads it: whoever has the package can check it without this system. */
const sums = ({ list, facts }: ProofsToPack): string =>
  [
    ...list.map(({ path, proof }) => `${proof.sha256}  ${path}\n`),
    ...(facts ? [`${sha256(facts.text)}  ${FACTS}\n`] : []),
  ].join('');

/** What the card shows as the hash of its submission, and how it comes about. */
const hashText = ({ stamp, hash }: FrozenFacts): string =>
  `${hash}\n校验码是“${FACTS}的内容、一个空格、提交时间（毫秒）${stamp}”的SHA-256：\n(cat ${FACTS}; printf ' ${stamp}') | sha256sum\n`;

async function* parts(toPack: ProofsToPack): AsyncGenerator<ZipPart> {
  const { county, year, list, facts } = toPack;
  const text = (words: string) => new TextEncoder().encode(words);
  const frozen = facts && { path: FACTS, sha256: sha256(facts.text) };
  const table = proofTable(list, { county, year, facts: frozen });
  yield { path: '支撑材料目录.xlsx', bytes: await indexBook(toPack) };
  yield { path: '支撑材料目录.docx', bytes: await spanDocx(table, county) };
  yield { path: 'SHA256SUMS.txt', bytes: text(sums(toPack)) };
  if (facts) {
    yield { path: FACTS, bytes: text(facts.text) };
    yield { path: FACTS_HASH, bytes: text(hashText(facts)) };
  }
  for (const { key, path, proof } of list) {
    const bytes = await readWhole(key);
    // altered since it was looked at a moment ago: the download breaks off, it does not arrive wrong
    if (!bytes || !isWhole(bytes, proof.sha256)) throw new Error(`a proof changed while it was packed: ${proof.id}`);
    yield { path, bytes };
  }
}

/** 支撑材料包: index, hashes, frozen facts, then a folder for each criterion; the same proofs are the same bytes. */
export const packedProofs = (toPack: ProofsToPack): ReadableStream<Uint8Array> => zipStream(parts(toPack));

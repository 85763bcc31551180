import 'server-only';
import { formatArea } from '@/lib/domain/kernel/area';
import { groupBy } from '@/lib/domain/kernel/group-by';
import { formatMoney } from '@/lib/domain/kernel/money';
import type { Rulebook } from '@/lib/domain/rulebook/schema';
import {
  type FormPrint,
  type MenuGroup,
  type SchemePrint,
  SHEETS_AT_ONCE,
  type Sheet,
} from '@/lib/domain/votes/form-print';
import { sharesOf } from '@/lib/domain/votes/shares';
import type { RoundNumber, RoundStatus, ShareRule } from '@/lib/domain/votes/types';
import type { Actor } from '@/lib/server/actor';
import { rulebookOf } from '@/lib/server/compounds/rulebook-in-force';
import type { Reader } from '@/lib/server/db/with-reader';
import { env } from '@/lib/server/env';
import { code128 } from './bars';
import { formsOfBatch } from './forms';
import { receiptCodeOf, writeReceiptCode } from './receipt-code';

interface Row {
  code: string;
  round: RoundNumber;
  attempt: number;
  status: RoundStatus;
  rulebookId: string;
  test: string;
  households: number;
  area: bigint;
  schemeId: string | null;
  compound: FormPrint['compound'];
  places: FormPrint['places'];
}

async function roundOf(reader: Reader, actor: Actor, id: string): Promise<Row | undefined> {
  const rows = await reader.$queryRaw<Row[]>`
    SELECT r.code, r.round, r.attempt, r.status, r.rulebook_id AS "rulebookId", r.test, r.roll_households AS households, r.roll_area AS area, r.scheme_id AS "schemeId",
      json_build_object('name', c.name, 'address', c.address) AS compound,
      json_build_object('county', co.name, 'subdistrict', su.name, 'community', cm.name) AS places
    FROM vote_round r JOIN compound c ON c.id = r.compound_id JOIN unit co ON co.id = r.county_id LEFT JOIN unit su ON su.id = r.subdistrict_id
      LEFT JOIN unit cm ON cm.id = r.community_id
    WHERE r.id = ${id}::uuid AND r.county_id = ANY(${[...actor.counties]}::uuid[])`;
  return rows[0];
}

interface SchemeRow {
  no: number;
  title: string;
  estimate: bigint;
  ownersShare: bigint;
  shareRule: ShareRule;
  hash: string | null;
  parts: { part: string; summary: string }[];
}

interface BoundScheme {
  print: SchemePrint;
  shares: Map<string, bigint>;
}

/** The version that is voted on, and what of it falls to each household of the roll. */
async function schemeOf(
  reader: Reader,
  roundId: string,
  schemeId: string,
  { votes }: Rulebook,
): Promise<BoundScheme | null> {
  const [row] = await reader.$queryRaw<SchemeRow[]>`
    SELECT s.no, s.title, s.estimate, s.owners_share AS "ownersShare", s.share_rule AS "shareRule", s.hash,
      coalesce((SELECT json_agg(json_build_object('part', p.part, 'summary', p.summary)) FROM scheme_part p WHERE p.scheme_id = s.id), '[]') AS parts
    FROM scheme s WHERE s.id = ${schemeId}::uuid`;
  if (!row) return null;
  const roll = await reader.$queryRaw<{ id: string; area: bigint }[]>`
    SELECT household_id AS id, area FROM vote_roll WHERE round_id = ${roundId}::uuid ORDER BY sort_key, household_id`;
  const homes = roll.map(({ id, area }) => ({ id, area: BigInt(area) }));
  const summaries = new Map(row.parts.map(({ part, summary }) => [part, summary]));
  return {
    shares: sharesOf(BigInt(row.ownersShare), row.shareRule, homes),
    print: {
      no: row.no,
      title: row.title,
      estimate: formatMoney(BigInt(row.estimate)),
      ownersShare: formatMoney(BigInt(row.ownersShare)),
      shareRule: row.shareRule,
      hash: row.hash ?? '',
      parts: votes.schemeParts.map(({ code, name }) => ({ name, summary: summaries.get(code) ?? '' })),
    },
  };
}

const menuOf = ({ menu }: Rulebook): MenuGroup[] =>
  [...groupBy(menu, ({ scope, necessity }) => `${scope} ${necessity}`).values()].flatMap((items) => {
    const [{ scope, necessity } = { scope: 'building' as const, necessity: 'required' as const }] = items;
    return [{ scope, necessity, items: items.map(({ code, name }) => ({ code, name })) }];
  });

function testOf({ code: policy, votes }: Rulebook, code: string): FormPrint['test'] {
  const test = votes.tests.find((one) => one.code === code);
  if (!test) throw new Error(`the rule book has no test ${code}`);
  const { name, clause, form } = test;
  const basis = clause.startsWith('P') ? `${policy} ${clause.slice(1)}` : '《中华人民共和国民法典》第二百七十八条';
  return { name, basis, ofAll: form === 'of-all' };
}

/** The good forms of a batch, `part` by `part`, with all that stands on each; null for a batch that is not there for this actor. */
export async function formPrint(
  reader: Reader,
  actor: Actor,
  roundId: string,
  batch: number,
  part: number,
): Promise<FormPrint | null> {
  const round = await roundOf(reader, actor, roundId);
  const forms = round && (await formsOfBatch(reader, actor, roundId, batch));
  if (!round || !forms) return null;
  const { code, attempt, status, compound, places, households, area } = round;
  const rulebook = await rulebookOf(reader, round.rulebookId);
  const scheme = round.schemeId ? await schemeOf(reader, roundId, round.schemeId, rulebook) : null;
  const good = forms.filter(({ voidAt }) => voidAt === null);
  const publicUrl = env().ANJU_PUBLIC_URL;
  const sheets = good.slice((part - 1) * SHEETS_AT_ONCE, part * SHEETS_AT_ONCE).map((form): Sheet => {
    const { formNo, householdId, buildingName, unitNo, room, owners } = form;
    const receipt = receiptCodeOf(roundId, householdId);
    const share = scheme?.shares.get(householdId);
    return {
      ...{ formNo, householdId, buildingName, unitNo, room, owners, area: form.area },
      bars: code128(formNo),
      share: share === undefined ? null : formatMoney(share),
      receipt: writeReceiptCode(receipt),
      receiptUrl: publicUrl ? new URL(`/receipt/${receipt}`, publicUrl).href : null,
    };
  });
  return {
    round: { id: roundId, code, round: round.round, attempt, status },
    ...{ compound, places, households, sheets },
    area: formatArea(BigInt(area)),
    policy: { title: rulebook.title, documentNo: rulebook.code },
    test: testOf(rulebook, round.test),
    menu: round.round === 1 ? menuOf(rulebook) : [],
    scheme: scheme?.print ?? null,
    count: forms.length,
    voided: forms.length - good.length,
  };
}

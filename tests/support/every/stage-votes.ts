import * as ballotsRoute from '@/app/api/v1/rounds/[id]/ballots/route';
import * as callBackRoute from '@/app/api/v1/rounds/[id]/call-backs/[householdId]/route';
import * as callBacksRoute from '@/app/api/v1/rounds/[id]/call-backs/route';
import * as checksRoute from '@/app/api/v1/rounds/[id]/checks/route';
import * as closeRoute from '@/app/api/v1/rounds/[id]/close/route';
import * as openRoute from '@/app/api/v1/rounds/[id]/open/route';
import * as roundsRoute from '@/app/api/v1/rounds/route';
import * as finalizeRoute from '@/app/api/v1/schemes/[id]/finalize/route';
import * as partRoute from '@/app/api/v1/schemes/[id]/parts/[part]/route';
import * as schemesRoute from '@/app/api/v1/schemes/route';
import { chuxiong2020 } from '@/lib/domain/rulebook/chuxiong2020/rulebook';
import type { Handler, Method } from '@/lib/server/define-route';
import type { CallOptions, World } from '../world';
import { addAccount, type Caller, type Side } from './side';

interface Made {
  id: string;
  version: number;
}
export interface RoundMade extends Made {
  compoundId: string;
  buildingId: string;
  homes: string[];
}

const matched = ({ version }: { version: number }) => ({ 'if-match': `"${version}"` });

/** What they are made with: the stage, as far as the votes need it. */
interface Makers {
  readonly world: World;
  next: () => number;
  nameOf: (side: Side, name: string) => string;
  ask: <T>(who: Caller, method: Method, handler: Handler, more: CallOptions) => Promise<T>;
  post: <T = Made>(who: Caller, route: { POST: Handler }, body: unknown, more?: CallOptions) => Promise<T>;
  compound: (side: Side) => Promise<Made>;
  building: (side: Side, compoundId?: string) => Promise<Made>;
  home: (side: Side, buildingId: string, room: string, exclusiveArea?: string) => Promise<Made>;
}

/** The two votes of a territory, each time of a compound of their own. */
export class VotesStage {
  private readonly colleagues = new Map<string, Promise<Caller>>();

  constructor(private readonly stage: Makers) {}

  /** Somebody of the same office: the second look is another's, and so is the telephone call. */
  colleague({ county, countyCode, prefectureId }: Side): Promise<Caller> {
    const known = this.colleagues.get(county.id);
    const made =
      known ??
      addAccount(this.stage.world.owner, `colleague.${countyCode}`, 'county_bureau', {
        prefectureId,
        countyId: county.id,
        unitId: county.id,
      }).then(({ cookie }) => ({ cookie }));
    this.colleagues.set(county.id, made);
    return made;
  }

  scheme = async (side: Side): Promise<Made & { compoundId: string }> => {
    const compoundId = (await this.stage.compound(side)).id;
    const title = this.stage.nameOf(side, `第${this.stage.next()}版方案`);
    const body = { compoundId, title, estimate: '418000.00', ownersShare: '50000.00' };
    return { ...(await this.stage.post(side.clerk, schemesRoute, body)), compoundId };
  };

  /** With all its six parts. */
  complete = async (side: Side): Promise<Made> => {
    let scheme: Made = await this.scheme(side);
    for (const { code, name } of chuxiong2020.votes.schemeParts)
      scheme = await this.stage.ask<Made>(side.clerk, 'PUT', partRoute.PUT, {
        params: { id: scheme.id, part: code },
        headers: matched(scheme),
        body: { summary: this.stage.nameOf(side, `${name}见附件。`) },
      });
    return scheme;
  };

  /** Not open yet: what it needs to open is there. */
  draft = async (side: Side): Promise<RoundMade> => {
    const compoundId = (await this.stage.compound(side)).id;
    const buildingId = (await this.stage.building(side, compoundId)).id;
    const homes = [
      await this.stage.home(side, buildingId, '101', '88.33'),
      await this.stage.home(side, buildingId, '102', '90.50'),
    ].map(({ id }) => id);
    const round = await this.stage.post(side.clerk, roundsRoute, { compoundId, round: 1 });
    return { ...round, compoundId, buildingId, homes };
  };

  open = async (side: Side): Promise<RoundMade> => this.step(side, openRoute.POST, await this.draft(side));

  private async step(side: Side, handler: typeof openRoute.POST, round: RoundMade): Promise<RoundMade> {
    const more = { params: { id: round.id }, headers: matched(round) };
    return { ...round, ...(await this.stage.ask<Made>(side.clerk, 'POST', handler, more)) };
  }

  /** A ballot of the first household that a colleague recorded. */
  recorded = async (side: Side, who?: Caller): Promise<RoundMade & { ballotId: string }> => {
    const round = await this.open(side);
    const ballot = { householdId: round.homes[0], choice: 'agree', channel: 'door' };
    const { ballots } = await this.stage.post<{ ballots: { id: string }[] }>(
      who ?? (await this.colleague(side)),
      ballotsRoute,
      { ballots: [ballot] },
      { params: { id: round.id } },
    );
    return { ...round, ballotId: ballots[0]?.id ?? '' };
  };

  closed = async (side: Side): Promise<RoundMade & { ballotId: string }> => {
    const round = await this.recorded(side);
    return { ...(await this.step(side, closeRoute.POST, round)), ballotId: round.ballotId };
  };

  /** Of whom the one household that was drawn waits to be called. */
  callBack = async (side: Side) => {
    const { id } = await this.closed(side);
    const { items } = await this.stage.ask<{ items: { householdId: string; version: number }[] }>(
      side.clerk,
      'GET',
      callBacksRoute.GET,
      { params: { id } },
    );
    return { params: { id, householdId: items[0]?.householdId ?? '' }, version: items[0]?.version };
  };

  /** Looked at, called back and posted up: nothing stands against its certificate. */
  certifiable = async (side: Side): Promise<Made> => {
    const { id, version, ballotId } = await this.closed(side);
    const checks = [{ ballotId, verdict: 'right' }];
    await this.stage.post(side.clerk, checksRoute, { checks }, { params: { id } });
    const { rows } = await this.stage.world.owner.query<{ household: string; version: number }>(
      'SELECT household_id AS household, version FROM call_back WHERE round_id = $1',
      [id],
    );
    for (const drawn of rows)
      await this.stage.ask(side.clerk, 'PUT', callBackRoute.PUT, {
        params: { id, householdId: drawn.household },
        headers: matched(drawn),
        body: { outcome: 'confirmed' },
      });
    // its days are over, which no door of the product can make so
    await this.stage.world.owner.query(
      `INSERT INTO notice (county_id, kind, compound_id, round_id, title, issuer, body, days, status, published_at, published_by, starts_on, ends_on, completed_at, completed_by, hash, created_by)
       SELECT county_id, 'result', compound_id, id, $2, '社区', '……', 7, 'completed', now(), created_by, anju_today() - 9, anju_today() - 2, now(), created_by, 'x', created_by
       FROM vote_round WHERE id = $1`,
      [id, this.stage.nameOf(side, '表决结果公示')],
    );
    return { id, version };
  };

  finalize = async (side: Side): Promise<Made> => {
    const scheme = await this.complete(side);
    const more = { params: { id: scheme.id }, headers: matched(scheme) };
    return this.stage.ask<Made>(side.clerk, 'POST', finalizeRoute.POST, more);
  };
}

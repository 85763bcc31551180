import sharp from 'sharp';
import { can } from '@/lib/domain/accounts/permissions';
import type { Role } from '@/lib/domain/accounts/roles';
import type { Answered, Client } from './client';
import { between, chance } from './form';

interface Known {
  id: string;
  version: number;
}

/** What an answer may be besides done: somebody was faster, or may have only so many exports at once. */
const HONEST = [409];

/** Fewer than half of the office may write: four fifths of all that is done is reading. */
const READING_OF_WRITERS = 0.56;

/** What one person at a desk does, one thing at a time: mostly looks, sometimes writes. */
export class Deskworker {
  private compounds: Known[] = [];
  readonly errors: string[] = [];
  readonly ms: number[] = [];
  conflicts = 0;
  writes = 0;

  constructor(
    readonly name: string,
    readonly role: Role,
    readonly client: Client,
  ) {}

  private mayWrite = () => can(this.role, 'compound.write');
  private some = (): Known | undefined => this.compounds[between(0, this.compounds.length - 1)];

  private async ask(path: string, asking?: Parameters<Client['ask']>[1]): Promise<Answered | null> {
    try {
      const answer = await this.client.ask(path, asking);
      this.ms.push(answer.ms);
      const writing = asking?.method !== undefined;
      if (writing) this.writes += 1;
      if (writing && HONEST.includes(answer.status)) this.conflicts += 1;
      else if (answer.status >= 300)
        this.errors.push(
          `${this.name} ${asking?.method ?? 'GET'} ${path}: ${answer.status} ${answer.text.slice(0, 300)}`,
        );
      return answer;
    } catch (error) {
      this.errors.push(`${this.name} ${asking?.method ?? 'GET'} ${path}: ${(error as Error).message}`);
      return null;
    }
  }

  private async list(): Promise<void> {
    const query = ['', 'eligibility=eligible&', 'willingness=strong&', 'q=小区&', 'sort=households&order=desc&'];
    const answer = await this.ask(`/api/v1/compounds?${encodeURI(query[between(0, 4)] ?? '')}limit=50`);
    if (answer?.status === 200) this.compounds = (JSON.parse(answer.text) as { items: Known[] }).items;
  }

  private async look(): Promise<void> {
    const one = this.some();
    const paths = [
      '/',
      '/dashboard',
      '/api/v1/dashboards/survey',
      ...(can(this.role, 'compound.read') ? ['/compounds'] : []),
      ...(one ? [`/compounds/${one.id}`, `/api/v1/compounds/${one.id}`, `/api/v1/compounds/${one.id}/buildings`] : []),
    ];
    await this.ask(paths[between(0, paths.length - 1)] ?? '/');
  }

  /** In the morning: the home page and the list, before the day's work begins. */
  async arrive(): Promise<void> {
    await this.ask('/');
    if (can(this.role, 'compound.read')) await this.list();
  }

  private async edit(): Promise<void> {
    const one = this.some();
    if (!one) return this.list();
    const path = `/api/v1/compounds/${one.id}`;
    const body = { remarks: `核对于第${this.writes}次` };
    const answer = await this.ask(path, { method: 'PATCH', body, headers: { 'if-match': `"${one.version}"` } });
    if (answer?.status === 200) one.version = (JSON.parse(answer.text) as Known).version;
    else await this.list();
  }

  private async create(): Promise<void> {
    const body = { name: `${this.name}登记的第${this.writes}号院`, yearBuilt: 1990 };
    const answer = await this.ask('/api/v1/compounds', { method: 'POST', body });
    if (answer?.status === 201) this.compounds.push(JSON.parse(answer.text) as Known);
  }

  private async photograph(): Promise<void> {
    const one = this.some();
    if (!one || !can(this.role, 'file.upload') || !can(this.role, 'register.write')) return this.edit();
    const [r, g, b] = [between(0, 255), between(0, 255), between(0, 255)];
    const rawBody = await sharp({ create: { width: 640, height: 480, channels: 3, background: { r, g, b } } })
      .jpeg()
      .toBuffer();
    const headers = { 'x-file-name': encodeURIComponent('正门.jpg'), 'content-type': 'application/octet-stream' };
    const stored = await this.ask('/api/v1/files?purpose=photo', { method: 'POST', rawBody, headers });
    if (stored?.status !== 201) return;
    const body = { fileId: (JSON.parse(stored.text) as Known).id, kind: 'photo' };
    await this.ask(`/api/v1/compounds/${one.id}/files`, { method: 'POST', body });
  }

  private async export(): Promise<void> {
    if (!can(this.role, 'export.run')) return this.edit();
    await this.ask('/api/v1/exports', { method: 'POST', body: { kind: 'compounds-list' } });
  }

  /** 80 of 100 look; of the rest most correct something, some add a compound, a picture, now and then an export. */
  async act(): Promise<void> {
    if (this.compounds.length === 0 && can(this.role, 'compound.read')) return this.list();
    if (!this.mayWrite() || chance() < READING_OF_WRITERS)
      return can(this.role, 'compound.read') && chance() < 0.4 ? this.list() : this.look();
    const which = chance();
    if (which < 0.6) return this.edit();
    if (which < 0.8) return this.create();
    return which < 0.95 ? this.photograph() : this.export();
  }
}

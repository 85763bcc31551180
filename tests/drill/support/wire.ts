import net from 'node:net';

/**
 * pass: as if it were not there. refuse: nobody listens, and what was open is reset. silent: connections are taken and
 * stay open, packets wait and arrive when the silence ends (a cable pulled and put back). swallow: the same, but what
 * was sent is gone, and those connections never speak again (a firewall that forgot them).
 */
export type Weather = 'pass' | 'refuse' | 'silent' | 'swallow';

interface Line {
  app: net.Socket;
  database: net.Socket;
  /** Never speaks again: it lived through a swallow. */
  dead: boolean;
}

/** A TCP line between the application and its database that can be spoiled. */
export class Wire {
  #server: net.Server | null = null;
  #lines = new Set<Line>();
  #weather: Weather = 'pass';
  #port = 0;
  /** ms that each packet takes longer, on each way. */
  latency = 0;
  /** Bytes a second on each way of each connection; 0 is without limit. */
  bandwidth = 0;

  constructor(readonly target: { host: string; port: number }) {}

  get port(): number {
    return this.#port;
  }

  get lines(): number {
    return this.#lines.size;
  }

  /** The same address of the database, over this line. */
  over(url: string): string {
    const through = new URL(url);
    through.hostname = '127.0.0.1';
    through.port = String(this.#port);
    return through.toString();
  }

  async open(): Promise<this> {
    await this.#listen();
    return this;
  }

  async become(weather: Weather): Promise<void> {
    this.#weather = weather;
    if (weather === 'refuse') {
      await this.#close();
      return;
    }
    await this.#listen();
    for (const line of this.#lines) {
      if (weather === 'swallow') line.dead = true;
      this.#settle(line);
    }
  }

  /** Every connection is reset at once; the next ones are as the weather is. */
  cut(): void {
    for (const line of this.#lines) this.#end(line);
  }

  async close(): Promise<void> {
    await this.#close();
  }

  async #listen(): Promise<void> {
    if (this.#server) return;
    const server = net.createServer({ noDelay: true }, (app) => this.#take(app));
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.#port, '127.0.0.1', () => resolve());
    });
    this.#port = (server.address() as net.AddressInfo).port;
    this.#server = server;
  }

  async #close(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    const closed = server && new Promise((resolve) => server.close(resolve));
    this.cut();
    await closed;
  }

  #take(app: net.Socket): void {
    const database = net.connect({ ...this.target, noDelay: true });
    const line = { app, database, dead: this.#weather === 'swallow' };
    this.#lines.add(line);
    for (const socket of [app, database]) {
      socket.on('error', () => this.#end(line));
      socket.on('close', () => this.#end(line));
    }
    this.#carry(line, app, database);
    this.#carry(line, database, app);
    this.#settle(line);
  }

  /** One way: packets keep their order, whatever the delay. */
  #carry(line: Line, from: net.Socket, to: net.Socket): void {
    let free = 0;
    from.on('data', (packet: Buffer) => {
      if (line.dead) return;
      const carries = this.bandwidth > 0 ? (packet.length / this.bandwidth) * 1000 : 0;
      if (this.latency === 0 && carries === 0 && free <= performance.now()) {
        if (!to.write(packet)) this.#waitFor(line, from, to);
        return;
      }
      free = Math.max(free, performance.now()) + carries;
      setTimeout(() => !line.dead && !to.destroyed && to.write(packet), free + this.latency - performance.now());
    });
  }

  #waitFor(line: Line, from: net.Socket, to: net.Socket): void {
    from.pause();
    to.once('drain', () => this.#settle(line));
  }

  #settle(line: Line): void {
    const hold = this.#weather === 'silent' && !line.dead;
    for (const socket of [line.app, line.database]) {
      if (hold) socket.pause();
      else socket.resume();
    }
  }

  #end(line: Line): void {
    if (!this.#lines.delete(line)) return;
    line.app.resetAndDestroy();
    line.database.resetAndDestroy();
  }
}

import os from 'node:os';

export interface Machine {
  /** YYYY-MM-DD */
  date: string;
  /** processor, memory and versions, in one line */
  says: string;
}

export function thisMachine(postgres: string, now: Date): Machine {
  const [cpu] = os.cpus();
  const memory = Math.round(os.totalmem() / 1024 ** 3);
  const parts = [
    `${cpu?.model.trim() || os.arch()}, ${os.availableParallelism()} cores (the load generator runs on them too)`,
    `${memory} GiB memory`,
    `${os.type()} ${os.release()}`,
    `Node ${process.versions.node}`,
    `PostgreSQL ${postgres}`,
  ];
  return { date: now.toISOString().slice(0, 10), says: parts.join(' · ') };
}

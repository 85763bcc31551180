import 'server-only';
import { pool } from './pool';
import type { Tx } from './with-actor';

/** A question that needs no actor. */
export type Ask = <Row extends object>(text: string) => Promise<Row[]>;

/** On a connection of its own. */
export const askPool: Ask = async <Row extends object>(text: string) => (await pool().query<Row>(text)).rows;

/** In the transaction that the asker holds: who waits for a second connection while holding one can wait for ever. */
export const askIn =
  (tx: Tx): Ask =>
  (text) =>
    tx.$queryRawUnsafe(text);

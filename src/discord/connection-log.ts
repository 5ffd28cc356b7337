import { type Client, Events } from 'discord.js';
import type { Log } from '../log.js';
import { withoutSecrets } from './rest-errors.js';

/**
 * Tells the log how it goes between a client and Discord. It is the client that mends it.
 * @param isStopping whether the connection is being closed on purpose
 */
export function logConnection(client: Client, log: Log, isStopping: () => boolean): void {
  /** Shards without a connection: it is tried twice a second, and told once. */
  const lost = new Set<number>();
  client.on(Events.ShardReady, (shard) => {
    lost.delete(shard);
    log.info('Connected', { shard });
  });
  client.on(Events.ShardResume, (shard, missed) => {
    lost.delete(shard);
    log.info('Connected again', { shard, missed });
  });
  client.on(Events.ShardReconnecting, (shard) => {
    if (!lost.has(shard) && !isStopping()) log.warn('Connection lost; connecting again', { shard });
    lost.add(shard);
  });
  client.on(Events.ShardError, (error, shard) => {
    // Before it is ready, the start says what is wrong; and without a connection, that is known.
    if (client.isReady() && !lost.has(shard))
      log.warn('Error of the connection', { shard, reason: `${error}` });
  });
  client.on(Events.Error, (error) => log.error('Error of the client', { error: withoutSecrets(error) }));
  client.on(Events.Warn, (warning) => log.warn('Warning of the client', { warning }));
}

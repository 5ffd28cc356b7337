import { ClientApplication, Events, type RepliableInteraction } from 'discord.js';
import { createClient } from '../../src/discord/client.js';
import { createLog } from '../../src/log.js';
import { APPLICATION, type Asker, interaction, SERVER } from './payloads.js';

const silent = createLog('text', () => {});

/** A client of the bot's that is connected to nothing, and was told of one server. */
export function offlineClient() {
  const client = createClient(null, silent);
  client.application = Reflect.construct(ClientApplication, [client, { id: APPLICATION }]);
  Reflect.get(client.guilds, '_add').call(client.guilds, SERVER);
  return client;
}

/** An interaction as discord.js hands it on, of what somebody does. */
export function received(what: object, asker: Asker = {}): RepliableInteraction {
  const client = offlineClient();
  const all: RepliableInteraction[] = [];
  client.on(Events.InteractionCreate, (one) => {
    if (one.isRepliable()) all.push(one);
  });
  Reflect.get(client, 'actions').InteractionCreate.handle({ ...interaction('9', 'token', asker), ...what });
  const [first] = all;
  if (!first) throw new Error('Nothing was received');
  return first;
}

import { setTimeout } from 'node:timers/promises';
import { type Client, DefaultRestOptions, Events, Routes } from 'discord.js';
import type { Command } from '../command.js';
import { NoticeError } from '../notice.js';
import { UserError } from '../user-error.js';
import { createClient, invitationsOf } from './client.js';
import { type Complete, completeFor } from './complete.js';
import { logConnection } from './connection-log.js';
import type { Desk, RunCommand } from './desk.js';
import { definitionsOf, registerCommands } from './registration.js';
import { respond } from './respond.js';
import { closedForGood, notDiscord, startError } from './start-errors.js';

export interface BotOptions extends Desk {
  token: string;
  /** Register the commands in this server only; null for all. */
  guildId: string | null;
  /** Base of the REST API; null for Discord's own. */
  apiUrl: string | null;
  commands: Command[];
  complete: Complete;
}

/** How long each step of a start may take: less than the half minute after which a silent WebSocket throws an error. */
const START_MS = 20_000;

/** How long a stop waits for what is being answered, then for askers to be told, and then for the gateway. */
const ANSWERING_MS = 8_000;
const GOODBYE_MS = 1_000;

/** The bot as Discord sees it: commands registered, interactions answered, and nothing else asked of Discord. */
export class Bot {
  private readonly client: Client;
  private readonly inFlight = new Set<Promise<void>>();
  private stopping = false;
  /** Comes when the gateway closes for good, so that the bot hears nothing any more: why. */
  readonly closed: Promise<UserError>;

  constructor(private readonly options: BotOptions) {
    this.client = createClient(options.apiUrl, options.log);
    this.closed = new Promise((resolve) => {
      this.client.once(Events.ShardDisconnect, ({ code }) => resolve(closedForGood(code)));
    });
    this.listen();
  }

  /**
   * Asks Discord whether it takes the token, before anything else is begun.
   * @throws UserError where it does not, or cannot be reached
   */
  async checkToken(): Promise<void> {
    const { rest } = this.client;
    rest.setToken(this.options.token);
    const asked = withinTime(rest.get(Routes.gatewayBot()), NO_ANSWER);
    const gateway = await asked.catch((error) => this.fail(error));
    const isDiscord = typeof gateway === 'object' && gateway !== null && 'url' in gateway;
    if (!isDiscord) await this.fail(new UserError(notDiscord(this.api), 2));
  }

  /**
   * Logs in and registers the commands.
   * @returns what there is to know of the bot then
   * @throws UserError where Discord does not let it
   */
  async connect(): Promise<{ user: string; servers: number; commands: 'registered' | 'unchanged' }> {
    const { client } = this;
    const { token, commands, guildId, languages, log } = this.options;
    try {
      const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
      const refused = this.closed.then((error) => Promise.reject(error));
      await withinTime(Promise.race([client.login(token).then(() => ready), refused]), NO_GATEWAY);
      if (!client.isReady()) throw new Error('The client is not ready after its login');
      // Before the commands, since for one server's commands the bot has to be there.
      const { toServer, toUser } = invitationsOf(client);
      log.info('To add the bot to a server, open', { address: toServer });
      // One server's commands are there for nobody elsewhere.
      if (guildId === null) log.info('To use it yourself wherever you are, open', { address: toUser });
      const registered = await withinTime(
        registerCommands(client, definitionsOf(commands, languages), guildId),
        NO_ANSWER,
      );
      const servers = client.guilds.cache.size;
      return { user: client.user.tag, servers, commands: registered ? 'registered' : 'unchanged' };
    } catch (error) {
      return this.fail(error);
    }
  }

  /**
   * Answers what was asked already, and leaves Discord, in some ten seconds at most.
   * @param endAnswering ends whatever runs the commands: what it still has is refused, and whoever asked is told
   */
  async stop(endAnswering: () => Promise<void>): Promise<void> {
    this.stopping = true;
    await Promise.race([this.idle(), setTimeout(ANSWERING_MS)]);
    await endAnswering();
    await Promise.race([this.idle(), setTimeout(GOODBYE_MS)]);
    const answers = this.inFlight.size;
    if (answers > 0) this.options.log.warn('Not answered any more', { answers });
    await this.leave();
  }

  /** The gateway says goodbye too; where it never said a word, the client would wait for ever. */
  private async leave(): Promise<void> {
    this.stopping = true;
    await Promise.race([this.client.destroy(), setTimeout(GOODBYE_MS)]);
  }

  private get api(): string {
    return this.options.apiUrl ?? DefaultRestOptions.api;
  }

  private async idle(): Promise<void> {
    while (this.inFlight.size > 0) await Promise.all(this.inFlight);
  }

  private listen(): void {
    const { client, options } = this;
    const stopped: RunCommand = () => Promise.reject(new NoticeError({ kind: 'stopping' }));
    client.on(Events.InteractionCreate, (interaction) => {
      if (interaction.isAutocomplete()) {
        void completeFor(interaction, options.complete, options.languages, options.log);
        return;
      }
      const run = this.stopping ? stopped : options.run;
      const answered = respond(interaction, { ...options, run }).finally(() =>
        this.inFlight.delete(answered),
      );
      this.inFlight.add(answered);
    });
    logConnection(client, options.log, () => this.stopping);
  }

  private async fail(error: unknown): Promise<never> {
    await this.leave();
    throw startError(error, this.api);
  }
}

async function withinTime<T>(work: Promise<T>, sentence: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = globalThis.setTimeout(() => reject(new UserError(sentence)), START_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

const NO_ANSWER = 'Discord does not answer, or asks the bot to wait: try again in some minutes.';
const NO_GATEWAY =
  "Discord's gateway does not answer, though its REST API does: check that the network lets WebSockets through.";

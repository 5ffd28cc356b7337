import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { Conversation, type Response } from './conversation.js';
import { CLOSE, Gateway, type Identify, type Login } from './gateway.js';
import { type Commands, checks, problemsOf } from './limits.js';
import {
  APPLICATION,
  type Asker,
  BOT,
  CHANNEL,
  GUILD,
  interaction,
  type Standing,
  slashCommand,
  THREAD,
  tapOnButton,
} from './payloads.js';

/** A request of the bot's. */
export interface Request {
  method: string;
  /** Below the version, such as "/gateway/bot". */
  path: string;
  body: unknown;
}

/** What becomes of a request: another answer than it should have, none though it was carried out, or none at all. */
export type Mishap = Response | 'answer lost' | 'no answer';

export const TOKEN = 'MTIzNDU2Nzg5.GabCde.x-y_z0123456789';

/**
 * As much of Discord as the bot needs, on this machine: a gateway and a REST API, which refuse what Discord refuses.
 * What the bot sent that was wrong is kept in `problems`.
 */
export class FakeDiscord {
  readonly problems: string[] = [];
  readonly requests: Request[] = [];
  /** Commands by where they are registered: "global", or the id of a server. */
  readonly registered = new Map<string, Commands>();
  /** Closes the gateway with this code when the bot logs in. */
  refuseLoginWith: number | null = null;
  /** Looks at each request before it is carried out. */
  mishap: (request: Request) => Mishap | undefined = () => undefined;
  readonly gateway: Gateway;
  private readonly http: Server;
  /** Both by their ids and by their tokens. */
  private readonly conversations = new Map<string, Conversation>();
  private lastId = 2_000_000_000_000_000_000n;

  private constructor() {
    this.http = createServer((request, response) => void this.onRequest(request, response));
    this.gateway = new Gateway(this.http, (identify) => this.onIdentify(identify));
  }

  static async start(): Promise<FakeDiscord> {
    const discord = new FakeDiscord();
    await new Promise<void>((resolve) => discord.http.listen(0, '127.0.0.1', resolve));
    return discord;
  }

  get apiUrl(): string {
    return `http://${this.address}/api`;
  }

  private get address(): string {
    return `127.0.0.1:${(this.http.address() as AddressInfo).port}`;
  }

  close(): void {
    this.gateway.close();
    this.http.close();
    this.http.closeAllConnections();
  }

  /** Is out of reach for some time, gateway and all. */
  async disappear(ms: number): Promise<void> {
    const { port } = this.http.address() as AddressInfo;
    this.http.close();
    this.http.closeAllConnections();
    this.gateway.cutAll();
    await setTimeout(ms);
    await new Promise<void>((resolve) => this.http.listen(port, '127.0.0.1', resolve));
  }

  /** Somebody uses a slash command. */
  command(
    name: string,
    options: Record<string, string | number | boolean> = {},
    asker: Asker = {},
  ): Conversation {
    return this.interact(asker, slashCommand(name, options));
  }

  ask(question: string, asker: Asker = {}): Conversation {
    return this.command('ask', { question }, asker);
  }

  /** Somebody taps on a button of a message. */
  tap(customId: string, standing: Standing, asker: Asker = {}): Conversation {
    return this.interact(asker, tapOnButton(this.nextId(), customId, standing), standing);
  }

  /** Somebody does what there is no kind of yet. */
  interact(asker: Asker, what: object, tapped: { ephemeral: boolean } | null = null): Conversation {
    const id = this.nextId();
    const token = `token-of-${id}`;
    const conversation = new Conversation(id, this.problems, tapped);
    this.conversations.set(id, conversation).set(token, conversation);
    this.gateway.dispatch('INTERACTION_CREATE', { ...interaction(id, token, asker), ...what });
    return conversation;
  }

  /** Forgets what was said so far, which would pile up in a long run. */
  forget(): void {
    this.conversations.clear();
    this.requests.length = 0;
    this.gateway.forgetEvents();
  }

  private onIdentify({ token, intents }: Identify): number | Login {
    if (this.refuseLoginWith !== null) return this.refuseLoginWith;
    if (token !== TOKEN) return CLOSE.authenticationFailed;
    if (intents !== 1) this.problems.push(`intents: ${intents}, where Guilds (1) is all that is needed`);
    const ready = {
      user: BOT,
      // The second one never comes: the bot has to be there for the first one all the same.
      guilds: [GUILD, '1000000000000000009'].map((id) => ({ id, unavailable: true })),
      resume_gateway_url: `ws://${this.address}`,
      application: { id: APPLICATION, flags: 0 },
    };
    const guild = {
      id: GUILD,
      name: 'Newsroom',
      members: [],
      channels: [CHANNEL],
      roles: [],
      threads: [THREAD],
    };
    return { ready, events: [{ name: 'GUILD_CREATE', data: guild }] };
  }

  private async onRequest(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const path = decodeURIComponent((incoming.url ?? '').replace(/^\/api\/v10/, '').replace(/\?.*/, ''));
    const body = incoming.headers['content-type'] === 'application/json' ? await json(incoming) : null;
    const request = { method: incoming.method ?? '', path, body };
    this.requests.push(request);
    const mishap = this.mishap(request);
    if (mishap === 'no answer') return;
    const response =
      typeof mishap === 'object' ? mishap : this.carryOut(request, incoming.headers.authorization ?? '');
    if (mishap === 'answer lost') {
      incoming.socket.destroy();
      return;
    }
    const type = response.body && { 'content-type': 'application/json' };
    outgoing.writeHead(response.status, { ...type, ...response.headers });
    outgoing.end(response.body && JSON.stringify(response.body));
  }

  private carryOut({ method, path, body }: Request, authorization: string): Response {
    const [, first, second = '', third = '', ...rest] = path.split('/');
    switch (`${method} ${first}`) {
      case 'POST interactions':
        return this.conversations.get(second)?.onCallback(body) ?? refusal(404, 10062, 'Unknown interaction');
      case 'PATCH webhooks':
        return this.conversations.get(third)?.onEdit(body) ?? refusal(404, 10015, 'Unknown Webhook');
      case 'POST webhooks':
        return this.conversations.get(third)?.onFollowUp(body) ?? refusal(404, 10015, 'Unknown Webhook');
    }
    if (authorization !== `Bot ${TOKEN}`) return refusal(401, 0, '401: Unauthorized');
    if (path === '/gateway/bot') {
      const limit = { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 };
      return { status: 200, body: { url: `ws://${this.address}`, shards: 1, session_start_limit: limit } };
    }
    if (third === 'commands') return this.onCommands(method, 'global', body);
    if (third === 'guilds' && rest[0] === GUILD) return this.onCommands(method, GUILD, body);
    if (third === 'guilds') return refusal(403, 50001, 'Missing Access');
    this.problems.push(`${method} ${path}: a request that the bot has no need of`);
    return refusal(404, 0, '404: Not Found');
  }

  private onCommands(method: string, where: string, body: unknown): Response {
    if (method === 'PUT') {
      const wrong = problemsOf(checks.commands, body);
      this.problems.push(...wrong.map((problem) => `commands: ${problem}`));
      if (wrong.length > 0) return refusal(400, 50035, 'Invalid Form Body');
      this.registered.set(where, body as Commands);
    }
    const added = {
      application_id: APPLICATION,
      version: '1',
      type: 1,
      nsfw: false,
      default_member_permissions: null,
    };
    // Where a command can be used is not kept for those of one server.
    const ofServer = where === 'global' ? {} : { guild_id: where, contexts: null, integration_types: [0] };
    const kept = (this.registered.get(where) ?? []).map((command, i) => {
      return { ...command, id: `${i + 1}`, ...added, ...ofServer };
    });
    return { status: 200, body: kept };
  }

  /** A snowflake: 22 bits below the time. */
  private nextId(): string {
    this.lastId += 1n << 22n;
    return `${this.lastId}`;
  }
}

const refusal = (status: number, code: number, message: string): Response => ({
  status,
  body: { code, message },
});

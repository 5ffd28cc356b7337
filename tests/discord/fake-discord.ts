import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { Conversation, type Response } from './conversation.js';
import { CLOSE, Gateway } from './gateway.js';
import { type Commands, checks, type Message, problemsOf } from './limits.js';

/** A request of the bot's. */
export interface Request {
  method: string;
  /** Below the version, such as "/gateway/bot". */
  path: string;
  body: unknown;
}

/** What becomes of a request instead of what should: another answer, or none though it was carried out, or none at all. */
export type Mishap = (Response & { headers?: Record<string, string> }) | 'answer lost' | 'no answer';

export const TOKEN = 'MTIzNDU2Nzg5.GabCde.x-y_z0123456789';
export const APPLICATION = '1000000000000000001';
export const GUILD = '1000000000000000002';
const CHANNEL = '1000000000000000003';
const BOT = { id: APPLICATION, username: 'talks', discriminator: '0', avatar: null, bot: true };

/** View channels, send messages, and send messages in threads. */
const MAY_WRITE = `${(1n << 10n) | (1n << 11n) | (1n << 38n)}`;

/** Who asks, and where. */
export interface Asker {
  user?: string;
  /** The bot's rights in the channel, a sum of bits. */
  appPermissions?: string;
}

/**
 * As much of Discord as the bot needs, on this machine: a gateway and a REST API that refuse what Discord refuses.
 * What the bot sent wrong is kept in `problems`.
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
  private readonly conversations = new Map<string, Conversation>();
  private readonly waiting: (() => void)[] = [];
  private lastId = 2_000_000_000_000_000_000n;

  private constructor(
    private readonly http: Server,
    readonly gateway: Gateway,
  ) {}

  static async start(port = 0): Promise<FakeDiscord> {
    const http = createServer((request, response) => void fake.onRequest(request, response));
    const gateway = new Gateway(http, { onIdentify: (identify) => fake.onIdentify(identify) });
    const fake = new FakeDiscord(http, gateway);
    await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve));
    return fake;
  }

  get port(): number {
    return (this.http.address() as AddressInfo).port;
  }

  get apiUrl(): string {
    return `http://127.0.0.1:${this.port}/api`;
  }

  close(): void {
    this.gateway.close();
    this.http.close();
    this.http.closeAllConnections();
  }

  /** Somebody uses a slash command. */
  command(name: string, options: Record<string, string | number | boolean>, asker: Asker = {}): Conversation {
    const type = { string: 3, number: 4, boolean: 5 };
    return this.interact(2, asker, null, {
      id: '1',
      name,
      type: 1,
      options: Object.entries(options).map(([option, value]) => ({
        name: option,
        type: type[typeof value as keyof typeof type],
        value,
      })),
    });
  }

  ask(question: string, asker: Asker = {}): Conversation {
    return this.command('ask', { question }, asker);
  }

  /** Somebody taps on a button of a message. */
  tap(
    customId: string,
    shown: { message: Message; ephemeral: boolean; asker?: string },
    asker: Asker = {},
  ): Conversation {
    const message = {
      id: this.nextId(),
      channel_id: CHANNEL,
      author: BOT,
      ...shown.message,
      flags: shown.message.flags | (shown.ephemeral ? 1 << 6 : 0),
      interaction_metadata: {
        id: '1',
        type: 2,
        user: userOf(shown.asker ?? ASKER),
        authorizing_integration_owners: {},
      },
    };
    return this.interact(
      3,
      asker,
      { ephemeral: shown.ephemeral },
      { custom_id: customId, component_type: 2 },
      { message },
    );
  }

  /** Forgets what was said so far, which would pile up in a long run. */
  forget(): void {
    this.conversations.clear();
    this.requests.length = 0;
    this.gateway.forgetEvents();
  }

  /** Waits until the bot has done something that can be seen here. */
  async until(look: () => boolean): Promise<void> {
    while (!look()) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  private interact(
    type: number,
    { user = ASKER, appPermissions = MAY_WRITE }: Asker,
    tapped: { ephemeral: boolean } | null,
    data: object,
    more: object = {},
  ): Conversation {
    const id = this.nextId();
    const conversation = new Conversation(id, `token-${id}`, this.problems, tapped);
    this.conversations.set(id, conversation);
    this.conversations.set(conversation.token, conversation);
    this.gateway.dispatch('INTERACTION_CREATE', {
      id,
      application_id: APPLICATION,
      type,
      token: conversation.token,
      version: 1,
      guild_id: GUILD,
      channel_id: CHANNEL,
      channel: { id: CHANNEL, type: 0, guild_id: GUILD, name: 'general' },
      member: {
        user: userOf(user),
        roles: [],
        permissions: '0',
        joined_at: '2025-01-01T00:00:00Z',
        flags: 0,
      },
      locale: 'en-US',
      guild_locale: 'en-US',
      app_permissions: appPermissions,
      authorizing_integration_owners: { 0: GUILD },
      context: 0,
      entitlements: [],
      data,
      ...more,
    });
    return conversation;
  }

  private onIdentify({ token, intents }: { token: string; intents: number }) {
    if (this.refuseLoginWith !== null) return this.refuseLoginWith;
    if (token !== TOKEN) return CLOSE.authenticationFailed;
    if (intents !== 1) this.problems.push(`intents: ${intents}, where Guilds (1) is all that is needed`);
    const guild = { id: GUILD, name: 'Newsroom', members: [], channels: [], roles: [], threads: [] };
    const ready = {
      user: BOT,
      guilds: [{ id: GUILD, unavailable: true }],
      resume_gateway_url: `ws://127.0.0.1:${this.port}`,
      application: { id: APPLICATION, flags: 0 },
    };
    return { ready, events: [{ name: 'GUILD_CREATE', data: guild }] };
  }

  private async onRequest(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const path = decodeURIComponent((incoming.url ?? '').replace(/^\/api\/v10/, '').replace(/\?.*/, ''));
    const body = incoming.headers['content-type']?.startsWith('application/json')
      ? await json(incoming)
      : null;
    const request = { method: incoming.method ?? '', path, body };
    this.requests.push(request);
    const mishap = this.mishap(request);
    const response =
      mishap && typeof mishap === 'object'
        ? mishap
        : mishap === 'no answer'
          ? null
          : this.carryOut(request, incoming);
    for (const resolve of this.waiting.splice(0)) resolve();
    if (mishap === 'no answer') return;
    if (mishap === 'answer lost' || !response) return void incoming.socket.destroy();
    const headers = 'headers' in response ? (response.headers as Record<string, string>) : {};
    const type = response.body && { 'content-type': 'application/json' };
    outgoing.writeHead(response.status, { ...type, ...headers });
    outgoing.end(response.body ? JSON.stringify(response.body) : undefined);
  }

  private carryOut({ method, path, body }: Request, { headers }: IncomingMessage): Response {
    const [, first, second, third, fourth, fifth] = path.split('/');
    if (first === 'interactions' && method === 'POST') {
      return this.conversationOf(second)?.onCallback(body) ?? UNKNOWN_INTERACTION;
    }
    if (first === 'webhooks' && second === APPLICATION) {
      const conversation = this.conversationOf(third);
      if (method === 'PATCH' && fifth === '@original') return conversation?.onEdit(body) ?? UNKNOWN_WEBHOOK;
      if (method === 'POST' && fourth === undefined) return conversation?.onFollowUp(body) ?? UNKNOWN_WEBHOOK;
    }
    if (headers.authorization !== `Bot ${TOKEN}`)
      return { status: 401, body: { code: 0, message: '401: Unauthorized' } };
    if (path === '/gateway/bot') {
      const limit = { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 };
      return {
        status: 200,
        body: { url: `ws://127.0.0.1:${this.port}`, shards: 1, session_start_limit: limit },
      };
    }
    if (path === `/applications/${APPLICATION}/commands`) return this.onCommands(method, 'global', body);
    if (path === `/applications/${APPLICATION}/guilds/${GUILD}/commands`)
      return this.onCommands(method, GUILD, body);
    if (third === 'guilds') return { status: 403, body: { code: 50001, message: 'Missing Access' } };
    this.problems.push(`${method} ${path}: a request that the bot has no need of`);
    return { status: 404, body: { code: 0, message: '404: Not Found' } };
  }

  private onCommands(method: string, where: string, body: unknown): Response {
    if (method === 'PUT') {
      const wrong = problemsOf(checks.commands, body);
      if (wrong.length > 0) {
        this.problems.push(...wrong.map((problem) => `commands: ${problem}`));
        return { status: 400, body: { code: 50035, message: 'Invalid Form Body' } };
      }
      this.registered.set(where, body as Commands);
    }
    // For one server's commands, Discord keeps no contexts.
    const kept = (this.registered.get(where) ?? []).map((command, i) => ({
      ...command,
      ...(where !== 'global' && { contexts: null, integration_types: [0] }),
      id: `${i + 1}`,
      application_id: APPLICATION,
      version: '1',
      type: 1,
      nsfw: false,
      default_member_permissions: null,
      ...(where !== 'global' && { guild_id: where }),
    }));
    return { status: 200, body: kept };
  }

  private conversationOf(idOrToken = ''): Conversation | undefined {
    return this.conversations.get(idOrToken);
  }

  private nextId(): string {
    this.lastId += 1n << 22n;
    return `${this.lastId}`;
  }
}

const ASKER = '3000000000000000001';
const UNKNOWN_INTERACTION = { status: 404, body: { code: 10062, message: 'Unknown interaction' } };
const UNKNOWN_WEBHOOK = { status: 404, body: { code: 10015, message: 'Unknown Webhook' } };

function userOf(id: string): object {
  return { id, username: `user${id}`, discriminator: '0', avatar: null, global_name: 'Ann' };
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import type { Commands } from './command-limits.js';
import { Completion } from './completion.js';
import { Conversation } from './conversation.js';
import { CLOSE, Gateway, type Identify, type Login } from './gateway.js';
import {
  choiceOf,
  type Given,
  messageCommand,
  slashCommand,
  type Target,
  tapOnButton,
  typing,
} from './interactions.js';
import { APPLICATION, type Asker, BOT, GUILD, interaction, ownersOf, SERVER } from './payloads.js';
import { Registry } from './registry.js';
import { type Response, refused, refuseInto } from './response.js';
import { buttonOf, entryOf, type Standing } from './standing.js';
import { checkTyping, checkUsage } from './usage.js';

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
  private readonly refuse = refuseInto(this.problems);
  readonly registered = new Registry(this.refuse);
  /** Closes the gateway with this code when the bot logs in. */
  refuseLoginWith: number | null = null;
  /** Looks at each request before it is carried out. */
  mishap: (request: Request) => Mishap | undefined = () => undefined;
  readonly gateway: Gateway;
  private readonly http: Server;
  /** Both by their ids and by their tokens. */
  private readonly conversations = new Map<string, Conversation | Completion>();
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
  command(name: string, options: Given = {}, asker: Asker = {}): Conversation {
    checkUsage(this.commands, 1, name, options, asker);
    return this.interact(asker, slashCommand(name, options));
  }

  ask(question: string, asker: Asker = {}): Conversation {
    return this.command('ask', { question }, asker);
  }

  /** Somebody uses what is in the menu of a message. */
  useOn(target: Target, name: string, asker: Asker = {}): Conversation {
    checkUsage(this.commands, 3, name, {}, asker);
    return this.interact(asker, messageCommand(name, this.nextId(), target, asker));
  }

  /** Somebody types an option of a slash command, and is offered choices. */
  type(command: string, option: string, typed: string, given: Given = {}, asker: Asker = {}): Completion {
    checkTyping(this.commands, command, option, asker);
    const completion = new Completion(this.refuse);
    this.begin(completion, asker, typing(command, option, typed, given));
    return completion;
  }

  /** Somebody, the asker where nobody else is named, taps on a button of a message. */
  tap(label: string, standing: Standing, asker: Asker = {}): Conversation {
    return this.tapOn(buttonOf(standing, label), standing, asker);
  }

  /** Somebody taps on a button that a message may have had at another time. */
  tapOn(customId: string, standing: Standing, asker: Asker = {}): Conversation {
    return this.interactIn(standing, asker, tapOnButton(customId, standing));
  }

  /** Somebody chooses an entry of a menu, both by the words in them. */
  choose(placeholder: string, entry: string, standing: Standing, asker: Asker = {}): Conversation {
    const { customId, value } = entryOf(standing, placeholder, entry);
    return this.interactIn(standing, asker, choiceOf(customId, [value], standing));
  }

  /** Somebody does what there is no kind of yet. */
  interact(asker: Asker, what: object, tapped: Standing | null = null): Conversation {
    const id = this.nextId();
    return this.begin(new Conversation(id, asker, this.refuse, tapped), asker, what, id);
  }

  /** Where the message stands, and as the one who installed the bot lets everybody use it. */
  private interactIn(standing: Standing, asker: Asker, what: object): Conversation {
    const there = { owners: ownersOf(standing.asker), ...standing.asker, ...asker };
    return this.interact(there, what, standing);
  }

  private begin<Kind extends Conversation | Completion>(
    talk: Kind,
    asker: Asker,
    what: object,
    id = this.nextId(),
  ): Kind {
    const token = `token-of-${id}`;
    this.conversations.set(id, talk).set(token, talk);
    this.gateway.dispatch('INTERACTION_CREATE', { ...interaction(id, token, asker), ...what });
    return talk;
  }

  private get commands(): Commands {
    return [...this.registered.values()].flat();
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
    return { ready, events: [{ name: 'GUILD_CREATE', data: SERVER }] };
  }

  private async onRequest(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const url = new URL(incoming.url ?? '', 'http://127.0.0.1');
    const path = decodeURIComponent(url.pathname.replace(/^\/api\/v10/, ''));
    const body = incoming.headers['content-type'] === 'application/json' ? await json(incoming) : null;
    const request = { method: incoming.method ?? '', path, body };
    this.requests.push(request);
    const mishap = this.mishap(request);
    if (mishap === 'no answer') return;
    const response =
      typeof mishap === 'object'
        ? mishap
        : this.carryOut(request, url.searchParams, incoming.headers.authorization ?? '');
    if (mishap === 'answer lost') {
      incoming.socket.destroy();
      return;
    }
    const type = response.body && { 'content-type': 'application/json' };
    outgoing.writeHead(response.status, { ...type, ...response.headers });
    outgoing.end(response.body && JSON.stringify(response.body));
  }

  private carryOut({ method, path, body }: Request, query: URLSearchParams, authorization: string): Response {
    const [, first, second = '', third = '', ...rest] = path.split('/');
    const talk = this.conversations.get(first === 'webhooks' ? third : second);
    switch (`${method} ${first}`) {
      case 'POST interactions':
        return talk?.onCallback(body) ?? refused(404, 10062, 'Unknown interaction');
      case 'PATCH webhooks':
        if (rest.join('/') !== 'messages/@original') break;
        return talk?.onEdit(body) ?? refused(404, 10015, 'Unknown Webhook');
      case 'DELETE webhooks':
        if (rest.join('/') !== 'messages/@original') break;
        return talk?.onDelete() ?? refused(404, 10015, 'Unknown Webhook');
      case 'POST webhooks':
        return talk?.onFollowUp(body) ?? refused(404, 10015, 'Unknown Webhook');
    }
    if (first !== 'webhooks' && authorization !== `Bot ${TOKEN}`) return refused(401, 0, '401: Unauthorized');
    if (path === '/gateway/bot') {
      const limit = { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 };
      return { status: 200, body: { url: `ws://${this.address}`, shards: 1, session_start_limit: limit } };
    }
    if (third === 'guilds' && rest[0] !== GUILD) return refused(403, 50001, 'Missing Access');
    const where = third === 'commands' ? 'global' : third === 'guilds' ? GUILD : null;
    if (where && method === 'PUT') return this.registered.register(where, body);
    if (where && method === 'GET')
      return this.registered.list(where, query.get('with_localizations') === 'true');
    this.problems.push(`${method} ${path}: a request that the bot has no need of`);
    return refused(404, 0, '404: Not Found');
  }

  /** A snowflake: 22 bits below the time. */
  private nextId(): string {
    this.lastId += 1n << 22n;
    return `${this.lastId}`;
  }
}

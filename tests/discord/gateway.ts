import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';

/** Opcodes of the gateway (Discord's documentation, "Gateway Opcodes"). */
const OP = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  resume: 6,
  reconnect: 7,
  invalidSession: 9,
  hello: 10,
  heartbeatAck: 11,
};

/** Closes that a client must not come back after. */
export const CLOSE = { authenticationFailed: 4004, disallowedIntents: 4014 };

interface Packet {
  op: number;
  d: unknown;
  s?: number;
  t?: string;
}

/** In place of an event that is not kept. */
const FORGOTTEN: Packet = { op: OP.heartbeatAck, d: null };

interface Session {
  id: string;
  /** What was dispatched, in order; a resumed session gets what it missed. */
  dispatched: Packet[];
}

/** What a client says of itself when it identifies. */
export interface Identify {
  token: string;
  intents: number;
}

/** What a client is told that may log in. */
export interface Login {
  ready: object;
  events: { name: string; data: object }[];
}

/** Discord's gateway for one client: it says hello, takes heartbeats, and can be cut and resumed. */
export class Gateway {
  /** What clients did: "identify" and "resume", in order. */
  readonly logins: string[] = [];
  private readonly server: WebSocketServer;
  private socket: WebSocket | null = null;
  private session: Session | null = null;
  private sessions = 0;

  constructor(
    http: Server,
    /** Says with which code a client is refused, or what it is told. */
    private readonly onIdentify: (identify: Identify) => number | Login,
  ) {
    this.server = new WebSocketServer({ server: http });
    this.server.on('connection', (socket) => this.greet(socket));
  }

  /** Tells the client of an event; where it is cut off, it learns of it when it resumes. */
  dispatch(name: string, data: object): void {
    if (!this.session) throw new Error('Nobody has logged in yet');
    const packet = { op: OP.dispatch, t: name, s: this.session.dispatched.length + 1, d: data };
    this.session.dispatched.push(packet);
    this.send(this.socket, packet);
  }

  /** Cuts the connection without a word, as a network does. */
  cut(): void {
    this.socket?.terminate();
    this.socket = null;
  }

  /** Closes the connection with a word. */
  closeWith(code: number): void {
    this.socket?.close(code);
    this.socket = null;
  }

  /** Asks the client to connect again, as Discord does before it restarts a server of its own. */
  askToReconnect(): void {
    this.send(this.socket, { op: OP.reconnect, d: null });
    this.socket = null;
  }

  /** Waits until clients have identified so often. */
  async identified(times: number): Promise<void> {
    while (this.logins.filter((login) => login === 'identify').length < times) {
      await new Promise<void>((resolve) => this.server.once('login', resolve));
    }
  }

  /** Forgets the session, so that the client has to begin a new one. */
  forgetSession(): void {
    this.session = null;
  }

  /** Forgets what was dispatched, which would pile up in a long run; who resumes then misses it. */
  forgetEvents(): void {
    this.session?.dispatched.fill(FORGOTTEN);
  }

  close(): void {
    this.cutAll();
    this.server.close();
  }

  /** Cuts all connections, also those on which nobody has logged in. */
  cutAll(): void {
    for (const client of this.server.clients) client.terminate();
    this.socket = null;
  }

  private greet(socket: WebSocket): void {
    socket.on('error', () => {});
    socket.on('close', () => {
      if (this.socket === socket) this.socket = null;
    });
    socket.on('message', (data) => this.onPacket(socket, JSON.parse(String(data))));
    this.send(socket, { op: OP.hello, d: { heartbeat_interval: 20_000 } });
  }

  private onPacket(socket: WebSocket, { op, d }: Packet): void {
    if (op === OP.heartbeat) this.send(socket, { op: OP.heartbeatAck, d: null });
    if (op === OP.identify) this.identify(socket, d as Identify);
    if (op === OP.resume) this.resume(socket, d as { session_id: string; seq: number });
  }

  private identify(socket: WebSocket, identify: Identify): void {
    this.logins.push('identify');
    this.server.emit('login');
    const answer = this.onIdentify(identify);
    if (typeof answer === 'number') {
      socket.close(answer);
      return;
    }
    this.session = { id: `session-${++this.sessions}`, dispatched: [] };
    this.socket = socket;
    this.dispatch('READY', { v: 10, session_id: this.session.id, ...answer.ready });
    for (const { name, data } of answer.events) this.dispatch(name, data);
  }

  private resume(socket: WebSocket, { session_id, seq }: { session_id: string; seq: number }): void {
    this.logins.push('resume');
    if (this.session?.id !== session_id) {
      this.send(socket, { op: OP.invalidSession, d: false });
      return;
    }
    this.socket = socket;
    for (const packet of this.session.dispatched.slice(seq)) this.send(socket, packet);
    this.dispatch('RESUMED', {});
  }

  private send(socket: WebSocket | null, packet: Packet): void {
    socket?.send(JSON.stringify(packet));
  }
}

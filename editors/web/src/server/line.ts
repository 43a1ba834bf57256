/**
 * One connection to the server, shared by Monaco's client and the page's own requests. The page's have ids of their own,
 * and what the server asks of the page never comes to Monaco.
 */
import { introduced } from "./capabilities.js";
import type { Message } from "./messages.js";

const OWN = "page:";

/** A WebSocket, as far as it is used. */
export interface Socket {
  send(data: string): void;
  close(): void;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: unknown) => void) | null;
}

export interface Answering {
  /** Called with every notification; Monaco hears of it, too. */
  notified(method: string, params: unknown): void;
  /** The answer to a request of the server; undefined leaves it to Monaco. */
  asked(method: string, params: unknown): unknown;
  /** The connection has ended. */
  closed(): void;
}

/** What Monaco's transport takes for a WebSocket. */
export interface MonacoSocket {
  readonly url: string;
  send(data: string, sent: () => void): void;
  close(): void;
  onmessage?: (event: { data: string }) => void;
  onclose?: (event: unknown) => void;
}

export class Line {
  /** To be given to Monaco's transport. */
  readonly monaco: MonacoSocket;
  /** Settles once Monaco's client has introduced itself. */
  readonly ready: Promise<void>;
  private readonly waiting = new Map<string, (message: Message) => void>();
  private readonly unanswered = new Set<number | string>();
  private begun: () => void = () => {};
  private count = 0;
  private open = true;

  constructor(
    private readonly socket: Socket,
    private readonly answering: Answering,
    private readonly folder: string,
    private readonly settings: () => unknown,
  ) {
    this.ready = new Promise((resolve) => {
      this.begun = resolve;
    });
    this.monaco = {
      url: "page",
      send: (data, sent) => {
        this.fromMonaco(JSON.parse(data) as Message);
        sent();
      },
      close: () => socket.close(),
    };
    socket.onmessage = (event) => this.fromServer(JSON.parse(String(event.data)) as Message);
    socket.onclose = () => this.end();
  }

  /** A request of the page's own; null where the connection ends before it is answered, or the server refuses. */
  async request<T>(method: string, params: unknown): Promise<T | null> {
    await this.ready;
    if (!this.open) {
      return null;
    }
    const id = `${OWN}${++this.count}`;
    const answer = new Promise<Message>((resolve) => this.waiting.set(id, resolve));
    this.send({ id, method, params });
    const message = await answer;
    return message.error === undefined ? (message.result as T) : null;
  }

  async notify(method: string, params: unknown): Promise<void> {
    await this.ready;
    this.send({ method, params });
  }

  private fromMonaco(message: Message): void {
    if (message.method === "initialize") {
      this.send({ ...message, params: introduced(message.params, this.folder, this.settings()) });
    } else {
      this.send(message);
    }
    if (message.method !== undefined && message.id !== undefined && message.id !== null) {
      this.unanswered.add(message.id);
    }
    if (message.method === "initialized") {
      this.begun();
    }
  }

  private fromServer(message: Message): void {
    const { id, method } = message;
    if (method === undefined) {
      this.answered(message);
    } else if (id === undefined || id === null) {
      this.answering.notified(method, message.params);
      this.toMonaco(message);
    } else {
      const result = this.answering.asked(method, message.params);
      if (result === undefined) {
        this.toMonaco(message);
      } else {
        this.send({ id, result });
      }
    }
  }

  private answered(message: Message): void {
    const id = message.id ?? "";
    const own = this.waiting.get(String(id));
    if (own !== undefined) {
      this.waiting.delete(String(id));
      own(message);
    } else {
      this.unanswered.delete(id);
      this.toMonaco(message);
    }
  }

  /** Whoever still waits for an answer gets an empty one: nothing may hang. */
  private end(): void {
    this.open = false;
    this.begun();
    const waiting = [...this.waiting.values()];
    this.waiting.clear();
    for (const take of waiting) {
      take({ result: null });
    }
    for (const id of this.unanswered) {
      this.toMonaco({ id, result: null });
    }
    this.unanswered.clear();
    this.monaco.onclose?.({});
    this.answering.closed();
  }

  private toMonaco(message: Message): void {
    this.monaco.onmessage?.({ data: JSON.stringify({ jsonrpc: "2.0", ...message }) });
  }

  private send(message: Message): void {
    if (this.open) {
      this.socket.send(JSON.stringify({ jsonrpc: "2.0", ...message }));
    }
  }
}

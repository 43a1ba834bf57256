/** The server, as long as there is one: connects, and connects again when it has gone and is back. */
import { Client } from "./client.js";
import { type Answering, Line, type Socket } from "./line.js";

const RETRY_MS = 1500;

export type State = "connecting" | "connected" | "lost";

export interface Listening extends Omit<Answering, "closed"> {
  /** There is a connection, or none any more. */
  changed(state: State): void;
}

export class Server {
  private line: Line | undefined;
  private client: Client | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private trying = false;

  constructor(
    private readonly address: string,
    private readonly folder: string,
    private readonly settings: () => unknown,
    private readonly listening: Listening,
  ) {}

  /** Try to connect, now and until it succeeds. */
  connect(): void {
    if (this.trying || this.line !== undefined) {
      return;
    }
    clearTimeout(this.timer);
    this.trying = true;
    const socket = new WebSocket(this.address);
    socket.onopen = () => this.connected(socket as unknown as Socket);
    socket.onclose = () => this.again();
  }

  /** A request of the page's own; null where there is no answer. */
  async request<T>(method: string, params: unknown): Promise<T | null> {
    return this.line === undefined ? null : this.line.request<T>(method, params);
  }

  /** Have the server know the settings as they are now. */
  async configure(): Promise<void> {
    await this.line?.notify("workspace/didChangeConfiguration", { settings: { gxlint: this.settings() } });
  }

  private connected(socket: Socket): void {
    this.trying = false;
    const closed = () => {
      this.client?.dispose();
      this.line = this.client = undefined;
      this.again();
    };
    const line = new Line(socket, { ...bound(this.listening), closed }, this.folder, this.settings);
    this.line = line;
    this.client = new Client(line);
    void line.ready.then(() => this.line === line && this.listening.changed("connected"));
  }

  private again(): void {
    this.trying = false;
    this.listening.changed("lost");
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.connect(), RETRY_MS);
  }
}

function bound(listening: Listening): Omit<Answering, "closed"> {
  return {
    notified: (method, params) => listening.notified(method, params),
    asked: (method, params) => listening.asked(method, params),
  };
}

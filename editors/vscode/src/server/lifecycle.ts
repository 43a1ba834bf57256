import { type Disposable, EventEmitter, type ExtensionContext, type LogOutputChannel } from "vscode";
import { State } from "vscode-languageclient/node";
import { say } from "../words.js";
import { Client } from "./client.js";
import { Crashes } from "./crashes.js";
import { account, type Cause, causeOf, explain } from "./explaining.js";
import { type Found, find } from "./finder.js";
import { commandLine, NotFoundError } from "./launch.js";

/** What the server is doing. `failed` has the sentence that says why, and what is to be mended. */
export type Status =
  | { readonly kind: "off" }
  | { readonly kind: "starting" }
  | { readonly kind: "running"; readonly found: Found }
  | { readonly kind: "failed"; readonly why: string; readonly cause: Cause };

/** The server: started, started again, and given up with a word. One thing at a time. */
export class Server implements Disposable {
  private readonly crashes = new Crashes();
  private readonly changed = new EventEmitter<Status>();
  private current: Client | undefined;
  private state: Status = { kind: "off" };
  private work: Promise<void> = Promise.resolve();
  private pause: NodeJS.Timeout | undefined;
  private gone = false;
  /** What the server has said since it last did not run. */
  private lastWords = "";

  readonly onDidChange = this.changed.event;

  /** `complain` shows a sentence to the user, with what he can do about it. */
  constructor(
    private readonly context: ExtensionContext,
    private readonly log: LogOutputChannel,
    private readonly complain: (why: string, cause: Cause) => void,
  ) {}

  get status(): Status {
    return this.state;
  }

  /** The client, if the server is running. */
  get client(): Client | undefined {
    return this.current?.state === State.Running ? this.current : undefined;
  }

  /** Start it, unless that has been done or tried. */
  start(): Promise<void> {
    return this.state.kind === "off" ? this.restart() : this.work;
  }

  /** Start it anew, looking for gxlint again. */
  restart(): Promise<void> {
    this.crashes.forget();
    return this.again();
  }

  dispose(): void {
    this.gone = true;
    clearTimeout(this.pause);
    this.changed.dispose();
  }

  async stop(): Promise<void> {
    this.gone = true;
    clearTimeout(this.pause);
    await this.work;
    await this.end();
  }

  private again(): Promise<void> {
    clearTimeout(this.pause);
    this.tell({ kind: "starting" });
    this.work = this.work.then(() => this.begin());
    return this.work;
  }

  private async begin(): Promise<void> {
    await this.end();
    if (this.gone) {
      return;
    }
    const found = await this.found();
    if (found === undefined) {
      return;
    }
    const made: Client = new Client(
      found,
      this.log,
      () => this.crashed(made),
      (words) => {
        this.lastWords = words;
      },
    );
    this.current = made;
    try {
      await made.start();
      this.lastWords = "";
      this.tell({ kind: "running", found });
    } catch (error) {
      this.log.error(String(error));
      this.crashed(made);
    }
  }

  private async found(): Promise<Found | undefined> {
    try {
      const found = await find(this.context);
      this.log.info(`gxlint ${found.version}: ${commandLine(found.launch)} (${found.launch.origin})`);
      return found;
    } catch (error) {
      const tried = error instanceof NotFoundError ? error.tried : undefined;
      for (const line of tried ? account(tried) : []) {
        this.log.error(line);
      }
      this.fail(tried ? explain(tried) : String(error), tried ? causeOf(tried) : "server");
      return undefined;
    }
  }

  /** The process is gone. A server that goes at once and again has something wrong that another start does not mend. */
  private crashed(which: Client): void {
    if (this.gone || which !== this.current) {
      return; // told already, or meant
    }
    this.current = undefined;
    const pause = this.crashes.add(Date.now());
    if (pause === undefined) {
      this.fail(
        say(
          "gxlint 服务几次意外结束,已不再自动重启{why}。请查看日志,或复制诊断信息反馈;也可重新启动再试。",
          "The gxlint server has ended several times and is not started again by itself{why}. See the log, or copy the diagnosis for a report; you may also restart it.",
          { why: this.lastWords && say("({words})", " ({words})", { words: this.lastWords }) },
        ),
        "server",
      );
      return;
    }
    this.log.warn(say("gxlint 服务意外结束,正在重新启动", "the gxlint server has ended, starting it again"));
    this.tell({ kind: "starting" });
    this.pause = setTimeout(() => void this.again(), pause);
  }

  private fail(why: string, cause: Cause): void {
    this.tell({ kind: "failed", why, cause });
    this.complain(why, cause);
  }

  private async end(): Promise<void> {
    const old = this.current;
    this.current = undefined;
    try {
      await old?.dispose();
    } catch (error) {
      this.log.debug(`ending the server: ${String(error)}`); // it was gone already, which is what is wanted
    }
  }

  private tell(status: Status): void {
    this.state = status;
    this.changed.fire(status);
  }
}

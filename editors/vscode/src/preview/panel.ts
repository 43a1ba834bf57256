import { randomBytes } from "node:crypto";
import {
  type Disposable,
  type ExtensionContext,
  languages,
  Range,
  type TextDocument,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from "vscode";
import { preview } from "../server/asking.js";
import type { Server } from "../server/lifecycle.js";
import { say } from "../words.js";
import { type Message, type Reply, replyOf } from "./messages.js";
import { page } from "./page.js";

const PAUSE = 200;

/** The tables beside the text, as the public will see them. There is one, and it follows the document in front. */
export class PreviewPanel implements Disposable {
  private panel: WebviewPanel | undefined;
  private document: TextDocument | undefined;
  private timer: NodeJS.Timeout | undefined;
  private asked = 0;
  private readonly listening: Disposable[];

  constructor(
    private readonly context: ExtensionContext,
    private readonly server: Server,
  ) {
    this.listening = [
      window.onDidChangeActiveTextEditor((editor) => editor && this.follow(editor.document)),
      languages.onDidChangeDiagnostics((event) => {
        if (event.uris.some((uri) => uri.toString() === this.document?.uri.toString())) {
          this.soon();
        }
      }),
      workspace.onDidChangeTextDocument((event) => event.document === this.document && this.soon()),
      server.onDidChange(() => this.soon()),
    ];
  }

  /** Show it beside this document. */
  open(document: TextDocument): void {
    if (this.panel === undefined) {
      this.panel = this.made();
    }
    this.panel.reveal(ViewColumn.Beside, true);
    this.document = document;
    this.soon();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.panel?.dispose();
    for (const listener of this.listening) {
      listener.dispose();
    }
  }

  private made(): WebviewPanel {
    const dist = this.context.asAbsolutePath("dist");
    const made = window.createWebviewPanel(
      "gxlint.preview",
      say("表格预览", "Tables"),
      { viewColumn: ViewColumn.Beside, preserveFocus: true },
      { enableScripts: true, localResourceRoots: [Uri.file(dist)] },
    );
    const file = (name: string) => made.webview.asWebviewUri(Uri.joinPath(Uri.file(dist), name)).toString();
    made.webview.onDidReceiveMessage((data: unknown) => this.answer(replyOf(data)));
    made.onDidDispose(() => {
      this.panel = undefined;
    });
    made.webview.html = page({
      source: made.webview.cspSource,
      style: file("preview.css"),
      script: file("preview.js"),
      nonce: randomBytes(16).toString("hex"),
    });
    return made;
  }

  private follow(document: TextDocument): void {
    if (this.panel !== undefined && document !== this.document) {
      this.document = document;
      this.soon();
    }
  }

  private soon(): void {
    clearTimeout(this.timer);
    if (this.panel !== undefined) {
      this.timer = setTimeout(() => void this.update(), PAUSE);
    }
  }

  private async update(): Promise<void> {
    const document = this.document;
    const turn = ++this.asked;
    const found = document && !document.isClosed ? await preview(this.server, document.uri) : null;
    if (turn !== this.asked || this.panel === undefined) {
      return;
    }
    const message: Message = found
      ? { kind: "preview", preview: found, words: words() }
      : { kind: "note", text: this.nothing() };
    await this.panel.webview.postMessage(message);
  }

  private nothing(): string {
    const status = this.server.status;
    return status.kind === "failed"
      ? status.why
      : say("打开一份年度报告,这里就显示它的三张表。", "Open an annual report to see its three tables here.");
  }

  private async answer(reply: Reply | undefined): Promise<void> {
    if (reply?.kind === "ready") {
      this.soon();
    } else if (reply?.kind === "reveal" && this.document !== undefined) {
      const { start, end } = reply.range;
      const place = new Range(start.line, start.character, end.line, end.character);
      const column = window.visibleTextEditors.find(
        (editor) => editor.document === this.document,
      )?.viewColumn;
      const editor = await window.showTextDocument(this.document, {
        viewColumn: column ?? ViewColumn.One,
        selection: place,
      });
      editor.revealRange(place, TextEditorRevealType.InCenterIfOutsideViewport);
    }
  }
}

function words() {
  return {
    absent: say("报告中没有找到这张表。", "This table was not found in the report."),
    expected: say("按各项相加应为 {n}", "the parts add up to {n}"),
  };
}

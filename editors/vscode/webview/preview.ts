/** The page beside the text: draws what the extension sends. */
import { drawn, text } from "../../common/drawing.js";
import type { Message } from "../src/preview/messages.js";

interface Host {
  postMessage(message: unknown): void;
}
declare function acquireVsCodeApi(): Host;

const host = acquireVsCodeApi();
const root = document.getElementById("page") as HTMLElement;

window.addEventListener("message", (event: MessageEvent<Message>) => {
  const message = event.data;
  const kept = window.scrollY;
  root.replaceChildren(
    ...(message.kind === "preview"
      ? drawn(message.preview, message.words, (range) => host.postMessage({ kind: "reveal", range }))
      : [text("p", message.text, "note")]),
  );
  window.scrollTo(0, kept);
});
host.postMessage({ kind: "ready" });

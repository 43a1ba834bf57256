import assert from "node:assert/strict";
import { test } from "node:test";
import { Line, type Socket } from "../src/server/line.js";
import type { Message } from "../src/server/messages.js";

/** A line between an invented server and an invented Monaco. */
function connected() {
  const sent: Message[] = [];
  const heard: Message[] = [];
  const notified: string[] = [];
  let ended = 0;
  const socket: Socket = {
    send: (data) => sent.push(JSON.parse(data) as Message),
    close: () => {},
    onmessage: null,
    onclose: null,
  };
  const answering = {
    notified: (method: string) => notified.push(method),
    asked: (method: string) => (method === "workspace/applyEdit" ? { applied: true } : undefined),
    closed: () => {
      ended += 1;
    },
  };
  const line = new Line(socket, answering, "file:///w", () => ({ province: "GS" }));
  line.monaco.onmessage = ({ data }) => heard.push(JSON.parse(data) as Message);
  const monaco = (message: Message) => line.monaco.send(JSON.stringify(message), () => {});
  const server = (message: Message) => socket.onmessage?.({ data: JSON.stringify(message) });
  const begin = () => {
    monaco({ id: 0, method: "initialize", params: { capabilities: {} } });
    server({ id: 0, result: { capabilities: {} } });
    monaco({ method: "initialized", params: {} });
  };
  return { line, sent, heard, notified, monaco, server, begin, socket, ended: () => ended };
}

test("Monaco's introduction says what the page can do, and nothing is pulled", () => {
  const { monaco, sent } = connected();
  const capabilities = {
    textDocument: { diagnostic: {}, completion: { contextSupport: true }, hover: {} },
    workspace: { inlayHint: { refreshSupport: true } },
  };
  monaco({ id: 0, method: "initialize", params: { processId: null, capabilities } });
  const params = sent[0]?.params as Record<string, unknown>;
  assert.equal(params.rootUri, "file:///w");
  assert.equal(params.processId, null);
  assert.deepEqual(params.initializationOptions, { province: "GS" });
  assert.deepEqual(params.capabilities, {
    textDocument: {
      completion: {
        contextSupport: true,
        completionItem: { snippetSupport: true, documentationFormat: ["markdown"] },
      },
      hover: {},
    },
    workspace: {
      inlayHint: { refreshSupport: true },
      applyEdit: true,
      workspaceEdit: { documentChanges: true },
    },
    window: { showDocument: { support: true } },
  });
});

test("the page's requests wait for the introduction, and their answers do not come to Monaco", async () => {
  const { line, sent, heard, server, begin } = connected();
  const asked = line.request("gxlint/preview", { a: 1 });
  assert.equal(sent.length, 0);
  begin();
  await line.ready;
  await Promise.resolve();
  const request = sent.at(-1) as Message;
  assert.equal(request.method, "gxlint/preview");
  server({ id: request.id as string, result: { title: "年度报告" } });
  assert.deepEqual(await asked, { title: "年度报告" });
  assert.deepEqual(
    heard.map(({ id }) => id),
    [0],
  );
});

test("a refusal is no answer", async () => {
  const { line, sent, server, begin } = connected();
  begin();
  const asked = line.request("gxlint/preview", {});
  await new Promise(setImmediate);
  server({ id: sent.at(-1)?.id as string, error: { code: -32603, message: "no" } });
  assert.equal(await asked, null);
});

test("what the page answers does not come to Monaco; all else does", () => {
  const { sent, heard, notified, server, begin } = connected();
  begin();
  server({ id: 7, method: "workspace/applyEdit", params: {} });
  assert.deepEqual(sent.at(-1), { jsonrpc: "2.0", id: 7, result: { applied: true } });
  server({ id: 8, method: "workspace/inlayHint/refresh" });
  server({ method: "textDocument/publishDiagnostics", params: {} });
  assert.deepEqual(notified, ["textDocument/publishDiagnostics"]);
  assert.deepEqual(
    heard.map(({ method }) => method),
    [undefined, "workspace/inlayHint/refresh", "textDocument/publishDiagnostics"],
  );
});

test("nothing hangs when the connection ends", async () => {
  const { line, sent, heard, monaco, begin, socket, ended } = connected();
  begin();
  const asked = line.request("gxlint/preview", {});
  await new Promise(setImmediate);
  monaco({ id: 5, method: "textDocument/hover", params: {} });
  socket.onclose?.({});
  assert.equal(await asked, null);
  assert.deepEqual(heard.at(-1), { jsonrpc: "2.0", id: 5, result: null });
  assert.equal(ended(), 1);
  const before = sent.length;
  assert.equal(await line.request("gxlint/preview", {}), null);
  monaco({ method: "textDocument/didChange", params: {} });
  assert.equal(sent.length, before);
});

/** Monaco's client, which can be taken away again when its connection has ended. */
import { MonacoLspClient, WebSocketTransport } from "monaco-lsp-client";
import type { Line } from "./line.js";

interface Disposable {
  dispose(): void;
}

/** Parts of Monaco's client that it keeps to itself; its version is pinned. */
interface Inside {
  readonly _bridge: Disposable & { readonly _managedModels: Map<unknown, Disposable> };
}

export class Client extends MonacoLspClient {
  // Set while the base class is being made: a field with a value would be made empty again afterwards.
  declare private features: Disposable;

  constructor(line: Line) {
    super(WebSocketTransport.fromWebSocket(line.monaco));
  }

  /** Offer nothing any more, and listen to no document. */
  dispose(): void {
    this.features.dispose();
    const bridge = (this as unknown as Inside)._bridge;
    for (const model of bridge._managedModels.values()) {
      model.dispose();
    }
    bridge.dispose();
  }

  protected override createFeatures(): Disposable {
    this.features = super.createFeatures();
    return this.features;
  }
}

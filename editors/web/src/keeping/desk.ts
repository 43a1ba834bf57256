/** The text on the desk: what this page shows, and where it is kept. */
import { type Draft, Drafts } from "./drafts.js";
import { heldIds, hold, release, remember, remembered } from "./holding.js";

const PAUSE_MS = 300;

/**
 * How the page found its text: as it was before it was loaded anew, from an earlier page, or there is none; then another
 * page may have one open.
 */
export type Found =
  | { readonly kind: "same" | "earlier"; readonly draft: Draft }
  | { readonly kind: "none"; readonly elsewhere: Draft | undefined };

export class Desk {
  readonly drafts = new Drafts(localStorage);
  /** What the file is called. */
  name = "";
  private id = "";
  private text: () => string = () => "";
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly full: () => void) {}

  /** The text to begin with. */
  async begin(): Promise<Found> {
    const mine = remembered();
    if (mine !== null && (await hold(mine))) {
      this.id = mine;
      const draft = this.drafts.get(mine);
      this.name = draft?.name ?? "";
      return draft === undefined ? { kind: "none", elsewhere: undefined } : { kind: "same", draft };
    }
    const held = await heldIds();
    const all = this.drafts.all();
    const draft = all.find(({ id }) => !held.has(id));
    if (draft !== undefined && (await hold(draft.id, 100))) {
      this.take(draft.id, draft.name);
      return { kind: "earlier", draft };
    }
    await this.another("");
    return { kind: "none", elsewhere: all.find(({ id }) => held.has(id)) };
  }

  /** From now on a change of the text is kept. */
  watch(text: () => string): void {
    this.text = text;
    addEventListener("pagehide", () => this.keep());
    document.addEventListener("visibilitychange", () => this.keep());
  }

  /** The text has changed. */
  changed(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.keep(), PAUSE_MS);
  }

  /** Put another text on the desk: what was there stays among the drafts. */
  async another(name: string): Promise<void> {
    this.keep();
    const id = crypto.randomUUID();
    await hold(id);
    this.take(id, name);
  }

  /** Take a draft from among the others; whether no other page has it. */
  async resume(draft: Draft): Promise<boolean> {
    if (draft.id === this.id) {
      return true;
    }
    this.keep();
    if (!(await hold(draft.id, 100))) {
      return false;
    }
    this.take(draft.id, draft.name);
    return true;
  }

  isMine(draft: Draft): boolean {
    return draft.id === this.id;
  }

  keep(): void {
    clearTimeout(this.timer);
    if (this.id !== "" && !this.drafts.keep(this.id, this.text(), this.name)) {
      this.full();
    }
  }

  private take(id: string, name: string): void {
    if (this.id !== "") {
      release(this.id);
    }
    this.id = id;
    this.name = name;
    remember(id);
  }
}

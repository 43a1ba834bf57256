/** The texts that the browser keeps, so that nothing written is ever lost: one for each page that was open. */

export interface Draft {
  readonly id: string;
  readonly text: string;
  /** What the file is called; empty where it has no name yet. */
  readonly name: string;
  /** When it was last written, in milliseconds. */
  readonly saved: number;
}

/** `localStorage`, as far as it is used. */
export interface Store {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const PREFIX = "gxlint.draft.";
/** So many are kept; the oldest go. */
export const MOST = 30;

export class Drafts {
  constructor(
    private readonly store: Store,
    private readonly now: () => number = Date.now,
  ) {}

  /** All of them, the latest first. */
  all(): Draft[] {
    const found = Array.from({ length: this.store.length }, (_, index) => this.store.key(index));
    return found
      .flatMap((key) => (key?.startsWith(PREFIX) ? [this.get(key.slice(PREFIX.length))] : []))
      .filter((draft) => draft !== undefined)
      .sort((one, other) => other.saved - one.saved);
  }

  get(id: string): Draft | undefined {
    try {
      const { text, name, saved } = JSON.parse(this.store.getItem(PREFIX + id) ?? "") as Partial<Draft>;
      return typeof text === "string" && typeof name === "string" && typeof saved === "number"
        ? { id, text, name, saved }
        : undefined;
    } catch {
      return undefined;
    }
  }

  /** Keep a text; whether the browser had room for it. An empty one need not be kept. */
  keep(id: string, text: string, name: string): boolean {
    if (text.trim() === "") {
      this.forget(id);
      return true;
    }
    const value = JSON.stringify({ text, name, saved: this.now() });
    for (;;) {
      try {
        this.store.setItem(PREFIX + id, value);
        this.drop(id, MOST);
        return true;
      } catch {
        if (!this.drop(id, this.all().length - 1)) {
          return false;
        }
      }
    }
  }

  forget(id: string): void {
    this.store.removeItem(PREFIX + id);
  }

  /** Forget the oldest, but not this one, until so many are left; whether any had to go. */
  private drop(id: string, left: number): boolean {
    const others = this.all().filter((draft) => draft.id !== id);
    const going = others.slice(Math.max(0, left - 1));
    for (const draft of going) {
      this.forget(draft.id);
    }
    return going.length > 0;
  }
}

/** The first line with words in it, without marks: what a text is known by. */
export function titleOf(text: string): string {
  const line = text.split("\n").find((one) => /[\p{L}\p{N}]/u.test(one)) ?? "";
  return line.replace(/^[#*\s]+|[*\s]+$/gu, "");
}

/** Which draft this page writes into. No two pages write into the same one. */

const MINE = "gxlint.mine";
const PATIENCE_MS = 1000;

/** Take a draft for this page as long as it is open; whether no other page has it. */
export async function hold(id: string, patience = PATIENCE_MS): Promise<boolean> {
  if (navigator.locks === undefined) {
    return true;
  }
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(patience);
    const held = navigator.locks.request(lock(id), { signal }, () => {
      resolve(true);
      return new Promise<void>((release) => {
        releases.set(id, release);
      });
    });
    held.catch(() => resolve(false));
  });
}

/** Let another page have it. */
export function release(id: string): void {
  releases.get(id)?.();
  releases.delete(id);
}

/** The drafts that pages have open just now. */
export async function heldIds(): Promise<Set<string>> {
  const found = (await navigator.locks?.query())?.held ?? [];
  return new Set(
    found.flatMap(({ name }) => (name?.startsWith(lock("")) ? [name.slice(lock("").length)] : [])),
  );
}

/** What this page had when it was last loaded; a page that was duplicated has it from the other one. */
export function remembered(): string | null {
  return sessionStorage.getItem(MINE);
}

export function remember(id: string): void {
  sessionStorage.setItem(MINE, id);
}

const releases = new Map<string, () => void>();

function lock(id: string): string {
  return `gxlint.draft.${id}`;
}

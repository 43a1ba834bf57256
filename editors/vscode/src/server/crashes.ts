/** How often the server may end by itself within so many milliseconds before the user is asked. */
const MOST = 4;
const WINDOW = 180_000;
const FIRST_PAUSE = 500;

/** Remembers when the server ended by itself. */
export class Crashes {
  private times: number[] = [];

  /** Count one more: how long to wait before the next start; undefined where another start is no use. */
  add(now: number): number | undefined {
    this.times = [...this.times.filter((time) => now - time < WINDOW), now];
    return this.times.length > MOST ? undefined : FIRST_PAUSE * 2 ** (this.times.length - 1);
  }

  forget(): void {
    this.times = [];
  }
}

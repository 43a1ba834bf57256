/** What stands in a blank form where something is to be filled in. */
export const BLANK = "____";

/** A piece of a text: something that is written, or a place to be filled in. */
export interface Piece {
  readonly text: string;
  readonly blank: boolean;
}

/** A blank form, cut where something is to be filled in. */
export function pieces(form: string): Piece[] {
  return form
    .split(BLANK)
    .flatMap((text, place) => [
      ...(place > 0 ? [{ text: BLANK, blank: true }] : []),
      ...(text === "" ? [] : [{ text, blank: false }]),
    ]);
}

/** What a file with this title may be called anywhere. */
export function fileName(title: string): string {
  return title.replace(/[\\/:*?"<>|\s]+/g, "").slice(0, 80);
}

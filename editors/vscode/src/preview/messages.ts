import type { DrawingWords, Preview, Range } from "../../../common/preview.js";

/** What the page is sent. */
export type Message =
  | {
      readonly kind: "preview";
      readonly preview: Preview;
      readonly words: DrawingWords;
    }
  | { readonly kind: "note"; readonly text: string };

/** What the page sends: that it is there, and which place is to be shown in the text. */
export type Reply = { readonly kind: "ready" } | { readonly kind: "reveal"; readonly range: Range };

/** The page is not to be trusted with more than this. */
export function replyOf(data: unknown): Reply | undefined {
  const reply = data as Partial<Reply> | null;
  if (reply?.kind === "ready") {
    return { kind: "ready" };
  }
  if (reply?.kind === "reveal" && isRange(reply.range)) {
    return { kind: "reveal", range: reply.range };
  }
  return undefined;
}

function isRange(range: unknown): range is Range {
  const { start, end } = (range ?? {}) as Partial<Range>;
  return [start?.line, start?.character, end?.line, end?.character].every((number) =>
    Number.isInteger(number),
  );
}

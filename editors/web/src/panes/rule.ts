/** The page of a rule. */
import { renderMarkdown } from "monaco-editor/base/browser/markdownRenderer.js";

/** What the server answers to the command `gxlint.openRule`. */
export interface RulePage {
  readonly code: string;
  readonly url: string | null;
  readonly markdown: string;
}

/** Drawn by Monaco as it draws what it shows at a place: without markup of its own, and its links open elsewhere. */
export function drawnRule(page: RulePage): HTMLElement {
  const { element } = renderMarkdown(
    { value: page.markdown, isTrusted: false, supportHtml: false },
    { actionHandler: (link) => void open(link, "_blank", "noopener,noreferrer") },
  );
  return element;
}

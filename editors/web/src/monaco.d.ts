/** A part of Monaco that has no types of its own; its version is pinned. */
declare module "monaco-editor/base/browser/markdownRenderer.js" {
  export function renderMarkdown(
    markdown: { value: string; isTrusted: boolean; supportHtml: boolean },
    options: { actionHandler(link: string): void },
  ): { element: HTMLElement; dispose(): void };
}
declare module "monaco-editor/features/*";
declare module "*.css";

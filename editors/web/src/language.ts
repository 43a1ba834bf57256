/** The language of reports: brackets and words as in the other editors; colours are what the server says. */
import { editor, languages } from "monaco-editor/editor/editor.api.js";
import configuration from "../../vscode/language-configuration.json";

export const LANGUAGE = "gxreport";

type Pair = [string, string];

export function setUpLanguage(): void {
  languages.register({ id: LANGUAGE });
  languages.setLanguageConfiguration(LANGUAGE, {
    comments: { blockComment: configuration.comments.blockComment as Pair },
    brackets: configuration.brackets as Pair[],
    autoClosingPairs: configuration.autoClosingPairs,
    surroundingPairs: configuration.surroundingPairs.map(([open, close]) => ({
      open: String(open),
      close: String(close),
    })),
    colorizedBracketPairs: configuration.colorizedBracketPairs as Pair[],
    autoCloseBefore: configuration.autoCloseBefore,
    wordPattern: new RegExp(configuration.wordPattern, "g"),
  });
}

/** Colours of what the server tells apart; those of VS Code's own themes. */
const COLOURS: readonly (readonly [string, string, string])[] = [
  ["namespace", "795e26", "dcdcaa"],
  ["property", "0451a5", "9cdcfe"],
  ["parameter", "267f99", "4ec9b0"],
  ["number", "098658", "b5cea8"],
  ["string", "a31515", "ce9178"],
  ["type", "7a3e9d", "c586c0"],
  ["enumMember", "0070c1", "4fc1ff"],
  ["variable", "c05000", "ffb870"],
];

export function setUpThemes(): void {
  for (const [name, base, column] of [
    ["gxlint-light", "vs", 1],
    ["gxlint-dark", "vs-dark", 2],
  ] as const) {
    const rules = COLOURS.map((colour) => ({ token: colour[0], foreground: colour[column] }));
    const bold = [
      { token: "namespace.declaration", foreground: COLOURS[0]?.[column] ?? "", fontStyle: "bold" },
      { token: "number.total", foreground: COLOURS[3]?.[column] ?? "", fontStyle: "bold" },
    ];
    editor.defineTheme(name, { base, inherit: true, rules: [...rules, ...bold], colors: {} });
  }
}

/** Light or dark, as the system is, and when that changes. */
export function followSystem(): void {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const follow = () => {
    editor.setTheme(dark.matches ? "gxlint-dark" : "gxlint-light");
    document.body.classList.toggle("dark", dark.matches);
  };
  dark.addEventListener("change", follow);
  follow();
}

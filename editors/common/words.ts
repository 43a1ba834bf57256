/** What the extension says, in the language that the findings are in. */
export type Lang = "zh" | "en";

let current: Lang = "zh";

export function speak(lang: Lang): void {
  current = lang;
}

export function spoken(): Lang {
  return current;
}

/** The text in the user's language, `{name}` filled in. */
export function say(zh: string, en: string, values: Record<string, string | number> = {}): string {
  const text = current === "en" ? en : zh;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** The languages whose documents the server looks at. */
export const LANGUAGE = "gxreport";
export const OTHER_LANGUAGES = ["plaintext", "markdown", "html"] as const;
export const SCHEMES = ["file", "untitled"] as const;

/** What every report says of itself, in simplified and traditional characters. */
const WORDS = ["信息公开", "信息公開", "資訊公開"];

/**
 * Whether a document is worth starting the server for. Not every Markdown file is a report: the server itself looks more
 * closely, but it should not run for somebody who only writes notes.
 */
export function calls(language: string, scheme: string, text: () => string, detect: boolean): boolean {
  if (!(SCHEMES as readonly string[]).includes(scheme)) {
    return false;
  }
  if (language === LANGUAGE) {
    return true;
  }
  if (!detect || !(OTHER_LANGUAGES as readonly string[]).includes(language)) {
    return false;
  }
  const content = text();
  return WORDS.some((word) => content.includes(word));
}

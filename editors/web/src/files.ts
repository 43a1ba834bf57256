/** Files that come in and go out. */

/** Larger ones are not reports; the server would refuse them, too. */
export const LARGEST = 64 * 1024 * 1024;

export function base64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 0x8000) {
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
  }
  return btoa(pieces.join(""));
}

export function bytesOf(encoded: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
}

/** Have the browser save a file. */
export function save(name: string, content: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** What to call a file: as it is called, or by the title of the report. */
export function fileName(name: string, title: string, ending: string): string {
  const stem = (name.replace(/(\.gxr)?\.\w+$/u, "") || title || "年度报告").replace(
    /[\\/:*?"<>|\n\r\t]/gu,
    " ",
  );
  return `${stem.trim().slice(0, 80)}${ending}`;
}

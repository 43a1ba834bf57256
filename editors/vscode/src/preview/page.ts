import { spoken } from "../words.js";

/** Where the page gets its parts from, and the word that lets its one script run. */
export interface Parts {
  readonly source: string;
  readonly script: string;
  readonly style: string;
  readonly nonce: string;
}

/** The empty page. What it shows comes by message and is put in as text, so that nothing in a report is ever markup. */
export function page(parts: Parts): string {
  const policy = `default-src 'none'; style-src ${parts.source}; script-src 'nonce-${parts.nonce}'`;
  return `<!DOCTYPE html>
<html lang="${spoken() === "en" ? "en" : "zh-CN"}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${parts.style}">
<title>gxlint</title>
</head>
<body>
<main id="page" class="preview"></main>
<script nonce="${parts.nonce}" src="${parts.script}"></script>
</body>
</html>`;
}

import { Position, SnippetString, type TextDocument, Uri, window, workspace } from "vscode";
import { fileName, pieces } from "../blanks.js";
import { LANGUAGE } from "../interest.js";
import { settings } from "../settings.js";
import { say } from "../words.js";
import { printed, type Tools } from "./tools.js";

/**
 * A blank official form, filled in with the body and the year, as a text that is not saved yet. What is left to be filled
 * in comes up one after the other.
 */
export async function newReport(tools: Tools): Promise<void> {
  const { body, province } = settings(window.activeTextEditor?.document.uri);
  const organisation = await window.showInputBox({
    title: say("新建年度报告", "New annual report"),
    prompt: say("机关全称,如:青岭镇人民政府", "full name of the body, such as 青岭镇人民政府"),
    value: body,
    validateInput: (name) =>
      name.trim() === "" ? say("请填写机关名称", "the name of the body is needed") : undefined,
  });
  if (organisation === undefined) {
    return;
  }
  const year = await window.showInputBox({
    title: say("新建年度报告", "New annual report"),
    prompt: say("报告年度(统计的那一年)", "fiscal year, the one that is reported on"),
    value: String(new Date().getFullYear() - 1),
    validateInput: (text) =>
      /^20\d\d$/.test(text.trim()) ? undefined : say("请填写四位年份", "a year of four digits is needed"),
  });
  if (year === undefined) {
    return;
  }
  const about = ["--year", year.trim(), "--org", organisation.trim()];
  const form = await printed(tools, "new", ...about, ...(province ? ["--province", province] : []));
  const document = await untitled(fileName(`${organisation}${year}年政府信息公开工作年度报告`));
  const editor = await window.showTextDocument(document);
  await editor.insertSnippet(snippet(form), new Position(0, 0));
}

/** A document that would be saved under a name, in the folder that is open; without one the user is asked for it. */
async function untitled(name: string): Promise<TextDocument> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  for (let number = 1; folder !== undefined && number < 100; number++) {
    const file = Uri.joinPath(folder, `${name}${number > 1 ? `(${number})` : ""}.gxr.md`);
    const open = workspace.textDocuments.some((document) => document.uri.path === file.path);
    if (!(open || (await exists(file)))) {
      return await workspace.openTextDocument(file.with({ scheme: "untitled" }));
    }
  }
  return await workspace.openTextDocument({ language: LANGUAGE });
}

async function exists(file: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(file);
    return true;
  } catch {
    return false;
  }
}

function snippet(form: string): SnippetString {
  const made = new SnippetString();
  for (const { text, blank } of pieces(form)) {
    if (blank) {
      made.appendPlaceholder(text);
    } else {
      made.appendText(text);
    }
  }
  return made;
}

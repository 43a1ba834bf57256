import { window, workspace } from "vscode";
import { LANGUAGE } from "../interest.js";
import { say } from "../words.js";
import { printed, type Tools } from "./tools.js";

/** A blank official form, filled in with the body and the year, as a text that is not saved yet. */
export async function newReport(tools: Tools): Promise<void> {
  const organisation = await window.showInputBox({
    title: say("新建年度报告", "New annual report"),
    prompt: say("机关全称,如:青岭镇人民政府", "full name of the body, such as 青岭镇人民政府"),
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
  const content = await printed(tools, "new", "--year", year.trim(), "--org", organisation.trim());
  const document = await workspace.openTextDocument({ language: LANGUAGE, content });
  await window.showTextDocument(document);
}

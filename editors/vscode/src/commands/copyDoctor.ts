import { env, version, window } from "vscode";
import { account } from "../server/explaining.js";
import { find } from "../server/finder.js";
import { commandLine, NotFoundError } from "../server/launch.js";
import { say } from "../words.js";
import { gxlint, Told, type Tools } from "./tools.js";

/** Puts what a helper has to know onto the clipboard: versions, how gxlint was found, what `gxlint doctor` says. */
export async function copyDoctor(tools: Tools): Promise<void> {
  const told = [
    `VS Code ${version} (${process.platform}-${process.arch})`,
    `gxlint extension ${String(tools.context.extension.packageJSON.version)}`,
    ...(await server(tools)),
  ];
  await env.clipboard.writeText(`${told.join("\n")}\n`);
  void window.showInformationMessage(
    say("诊断信息已复制,可直接粘贴到邮件里。", "The diagnosis has been copied, ready for a mail."),
  );
}

async function server(tools: Tools): Promise<string[]> {
  try {
    const found = await find(tools.context);
    const doctor = await gxlint(tools, "doctor", "--lang", "zh");
    return [`${commandLine(found.launch)} (${found.launch.origin})`, "", (doctor.out + doctor.err).trim()];
  } catch (error) {
    if (error instanceof NotFoundError) {
      return account(error.tried);
    }
    if (error instanceof Told) {
      return [error.message];
    }
    throw error;
  }
}

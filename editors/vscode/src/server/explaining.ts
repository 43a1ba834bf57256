import { say } from "../words.js";
import { commandLine, isUsable, type Outcome, type Problem } from "./launch.js";

/** What has to be mended: what the settings name, what is installed, or the server itself. */
export type Cause = "settings" | "installation" | "server";

export function causeOf(tried: readonly Outcome[]): Cause {
  const [first] = tried;
  return first === undefined || first.launch.origin === "setting" ? "settings" : "installation";
}

/** Why gxlint cannot be started, and what to do, in a sentence or two. */
export function explain(tried: readonly Outcome[]): string {
  const [first] = tried;
  if (first === undefined) {
    return say(
      "这个扩展没有自带 gxlint,也没有选定 Python 环境。请在设置 gxlint.interpreter 中填写装有 gxlint 的 Python,或把 gxlint.source 改回 auto。",
      "This extension has no gxlint inside, and no Python environment is chosen. Set gxlint.interpreter to a Python that has gxlint, or set gxlint.source back to auto.",
    );
  }
  if (first.launch.origin === "setting") {
    return bySetting(first);
  }
  if (tried.every((outcome) => problem(outcome) === "absent")) {
    return say(
      "没有找到 Python。gxlint 需要 Python 3.11 以上:请安装后重新启动服务,或在设置 gxlint.interpreter 中填写它的路径。",
      "No Python was found. gxlint needs Python 3.11 or newer: install it and restart the server, or set gxlint.interpreter to its path.",
    );
  }
  if (tried.some((outcome) => problem(outcome) === "old")) {
    return say(
      "扩展自带的 gxlint 不能用找到的 Python 运行:{detail}。请安装括号里所列版本的 Python,或在设置 gxlint.interpreter 中填写它的路径。",
      "The gxlint inside the extension does not run with the Python that was found: {detail}. Install one of those in brackets, or set gxlint.interpreter to its path.",
      { detail: detail(tried.find((outcome) => problem(outcome) === "old")) },
    );
  }
  if (tried.every((outcome) => ["absent", "without"].includes(problem(outcome)))) {
    return say(
      "有 Python,但其中没有 gxlint。请运行 pip install gxlint 后重新启动服务,或在设置 gxlint.interpreter 中填写装有 gxlint 的 Python。",
      "There is a Python, but gxlint is not in it. Run pip install gxlint and restart the server, or set gxlint.interpreter to a Python that has it.",
    );
  }
  const worst = tried.find((outcome) => ["failed", "slow"].includes(problem(outcome))) ?? first;
  return say(
    "gxlint 无法启动:{command} {why}。详情见日志。",
    "gxlint does not start: {command} {why}. See the log.",
    {
      command: commandLine(worst.launch),
      why: reason(worst),
    },
  );
}

/** What was tried, line by line, for the log. */
export function account(tried: readonly Outcome[]): string[] {
  return tried.map((outcome) => `${commandLine(outcome.launch)}: ${reason(outcome)}`);
}

function bySetting(outcome: Outcome): string {
  const command = commandLine(outcome.launch);
  if (problem(outcome) === "absent") {
    return say(
      "设置中指定的 {command} 不存在或不能运行。请改正设置 gxlint.command 或 gxlint.interpreter,留空则自动查找。",
      "{command}, as the settings have it, does not exist or cannot be run. Mend the setting gxlint.command or gxlint.interpreter, or leave it empty to have gxlint looked for.",
      { command },
    );
  }
  if (problem(outcome) === "without") {
    return say(
      "设置 gxlint.interpreter 指定的 {python} 里没有 gxlint。请运行 {python} -m pip install gxlint 后重新启动服务,或改正这个设置,留空则自动查找。",
      "{python}, as the setting gxlint.interpreter has it, has no gxlint. Run {python} -m pip install gxlint and restart the server, or mend the setting, or leave it empty to have gxlint looked for.",
      { python: outcome.launch.command },
    );
  }
  return say(
    "设置中指定的 {command} 不能启动 gxlint:{why}。请改正设置 gxlint.command 或 gxlint.interpreter,留空则自动查找。",
    "{command}, as the settings have it, does not start gxlint: {why}. Mend the setting gxlint.command or gxlint.interpreter, or leave it empty to have gxlint looked for.",
    { command, why: reason(outcome) },
  );
}

function reason(outcome: Outcome): string {
  if (isUsable(outcome)) {
    return say("可用,{version}", "works, {version}", { version: outcome.version });
  }
  const said: Record<Problem, string> = {
    absent: say("不存在或不能运行", "does not exist or cannot be run"),
    without: say("其中没有 gxlint", "has no gxlint"),
    old: say("版本不合:{detail}", "of the wrong version: {detail}", { detail: outcome.detail }),
    slow: say("半分钟内没有回答", "did not answer within half a minute"),
    failed: say("出错:{detail}", "failed: {detail}", { detail: outcome.detail }),
  };
  return said[outcome.problem];
}

function problem(outcome: Outcome): Problem | "" {
  return isUsable(outcome) ? "" : outcome.problem;
}

function detail(outcome: Outcome | undefined): string {
  return outcome === undefined || isUsable(outcome) ? "" : outcome.detail;
}

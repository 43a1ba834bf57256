/** Dialogs: what is asked for a new report, and the texts that the browser has kept. */
import { say } from "../../common/words.js";
import { button, element, field, text } from "./dom.js";
import { type Draft, titleOf } from "./keeping/drafts.js";

export interface Wished {
  readonly organisation: string;
  readonly year: number | null;
}

/** For whom and for which year; nothing where the user thinks better of it. */
export function askForNew(year: string): Promise<Wished | undefined> {
  const dialog = made(say("新建空白年报", "A blank report"));
  const organisation = field(say("机关全称(可以不填)", "Full name of the body (may be left out)"));
  const asked = field(say("报告年度", "Fiscal year"), year || String(new Date().getFullYear() - 1));
  asked.input.inputMode = "numeric";
  asked.input.pattern = "20[0-9]{2}";
  asked.input.required = true;
  const form = document.createElement("form");
  form.method = "dialog";
  const go = button(say("新建", "Create"), () => {});
  go.type = "submit";
  const actions = element("div", "actions");
  actions.append(
    go,
    button(say("取消", "Cancel"), () => dialog.close()),
  );
  form.append(organisation.place, asked.place, actions);
  form.addEventListener("submit", () => dialog.close("go"));
  dialog.append(form);
  return shown(dialog, () => ({
    organisation: organisation.input.value.trim(),
    year: Number(asked.input.value) || null,
  }));
}

export interface Keeping {
  all(): Draft[];
  isMine(draft: Draft): boolean;
  forget(draft: Draft): void;
}

/** One of the texts that were kept; nothing where the user wants none of them. */
export function askForDraft(keeping: Keeping): Promise<Draft | undefined> {
  const dialog = made(say("以前的文字", "Earlier texts"));
  let chosen: Draft | undefined;
  const list = document.createElement("ul");
  list.className = "drafts";
  const fill = () => {
    const rows = keeping.all().map((draft) => row(draft));
    list.replaceChildren(
      ...(rows.length > 0 ? rows : [text("li", say("没有保存的文字", "Nothing is kept"))]),
    );
  };
  const row = (draft: Draft) => {
    const item = document.createElement("li");
    const choose = button(titleOf(draft.text).slice(0, 60) || say("(没有标题)", "(no title)"), () => {
      chosen = draft;
      dialog.close("go");
    });
    choose.className = "message";
    const told = say("{when} · {n} 字", "{when} · {n} characters", {
      when: when(draft),
      n: draft.text.length,
    });
    item.append(choose, text("span", keeping.isMine(draft) ? say("正在写", "being written") : told));
    if (!keeping.isMine(draft)) {
      item.append(
        button(say("删除", "Delete"), () => {
          keeping.forget(draft);
          fill();
        }),
      );
    }
    return item;
  };
  fill();
  const clear = button(say("全部删除", "Delete all"), () => {
    for (const draft of keeping.all().filter((one) => !keeping.isMine(one))) {
      keeping.forget(draft);
    }
    fill();
  });
  const actions = element("div", "actions");
  actions.append(
    button(say("关闭", "Close"), () => dialog.close()),
    clear,
  );
  dialog.append(
    text(
      "p",
      say(
        "这些文字只保存在这台电脑的这个浏览器里。",
        "These texts are kept in this browser on this computer, and nowhere else.",
      ),
    ),
    list,
    actions,
  );
  return shown(dialog, () => chosen);
}

export function when(draft: Draft): string {
  return new Date(draft.saved).toLocaleString(document.documentElement.lang, {
    month: "numeric",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  });
}

function made(title: string): HTMLDialogElement {
  const dialog = document.createElement("dialog");
  dialog.setAttribute("aria-label", title);
  dialog.append(text("h2", title));
  document.body.append(dialog);
  return dialog;
}

function shown<T>(dialog: HTMLDialogElement, answer: () => T): Promise<T | undefined> {
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "go" ? answer() : undefined);
    });
    dialog.showModal();
  });
}

/** What has to be said: bars above the text, which stay, and notes, which go by themselves. */
import { say } from "../../common/words.js";
import { button, element, text } from "./dom.js";

const SHOWN_MS = 8000;

export class Bars {
  readonly place = element("div", "bars");
  private readonly shown = new Map<string, HTMLElement>();
  private readonly notes = element("div", "notes");

  constructor() {
    this.notes.setAttribute("role", "status");
    document.body.append(this.notes);
  }

  /** A bar by its key, with what can be done; in place of the one of the same key. */
  show(key: string, message: string, grave: boolean, ...actions: HTMLButtonElement[]): void {
    this.hide(key);
    const bar = element("div", grave ? "bar grave" : "bar");
    bar.dataset.bar = key;
    bar.setAttribute("role", grave ? "alert" : "status");
    bar.append(
      text("span", message),
      ...actions,
      button("✕", () => this.hide(key), say("关闭", "Close")),
    );
    this.shown.set(key, bar);
    this.place.append(bar);
  }

  hide(key: string): void {
    this.shown.get(key)?.remove();
    this.shown.delete(key);
  }

  note(message: string): void {
    const made = text("p", message, "note-box");
    this.notes.append(made);
    setTimeout(() => made.remove(), SHOWN_MS);
  }
}

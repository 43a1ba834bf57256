/** What stands beside the text: one pane at a time, chosen by tabs. */
import { element } from "../dom.js";

export interface Pane {
  readonly key: string;
  readonly place: HTMLElement;
}

export class Panes {
  readonly place = element("aside", "panes");
  private readonly tabs = element("div", "tabs");
  private readonly made = new Map<string, { tab: HTMLButtonElement; place: HTMLElement }>();

  constructor() {
    this.tabs.setAttribute("role", "tablist");
    this.tabs.addEventListener("keydown", (event) => this.step(event));
    this.place.append(this.tabs);
  }

  add(key: string, label: string): HTMLElement {
    const place = element("div", `pane ${key}`);
    place.id = `pane-${key}`;
    place.tabIndex = 0;
    place.setAttribute("role", "tabpanel");
    const tab = document.createElement("button");
    tab.type = "button";
    tab.textContent = label;
    tab.id = `tab-${key}`;
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", place.id);
    place.setAttribute("aria-labelledby", tab.id);
    tab.addEventListener("click", () => this.show(key));
    this.made.set(key, { tab, place });
    this.tabs.append(tab);
    this.place.append(place);
    this.show([...this.made.keys()][0] ?? key);
    return place;
  }

  label(key: string, label: string): void {
    const found = this.made.get(key);
    if (found !== undefined) {
      found.tab.textContent = label;
    }
  }

  show(key: string): void {
    for (const [name, { tab, place }] of this.made) {
      tab.setAttribute("aria-selected", String(name === key));
      tab.tabIndex = name === key ? 0 : -1;
      place.hidden = name !== key;
    }
  }

  private step(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) {
      return;
    }
    const keys = [...this.made.keys()];
    const at = keys.findIndex((key) => this.made.get(key)?.tab === document.activeElement);
    const key = keys[(at + step + keys.length) % keys.length] ?? "";
    this.show(key);
    this.made.get(key)?.tab.focus();
  }
}

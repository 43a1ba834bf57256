/** Small parts of the page. All words go in as text. */
import { element, text } from "../../common/drawing.js";

export { element, text };

export function button(label: string, act: () => void, hint = ""): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = label;
  made.title = hint;
  made.addEventListener("click", act);
  return made;
}

/** A choice with its label. */
export function selection(
  label: string,
  changed: () => void,
): { place: HTMLElement; select: HTMLSelectElement } {
  const place = document.createElement("label");
  const select = document.createElement("select");
  place.append(text("span", label), select);
  select.addEventListener("change", changed);
  return { place, select };
}

/** A line to write in, with its label. */
export function field(label: string, value = ""): { place: HTMLElement; input: HTMLInputElement } {
  const place = document.createElement("label");
  const input = document.createElement("input");
  input.value = value;
  place.append(text("span", label), input);
  return { place, input };
}

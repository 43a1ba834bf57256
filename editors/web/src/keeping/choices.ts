/** What the user has chosen, province and year, and the browser remembers. */

export interface Choices {
  readonly province: string;
  readonly year: string;
}

const KEY = "gxlint.choices";

export function choices(): Choices {
  try {
    const { province, year } = JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<Choices>;
    return { province: province ?? "", year: year ?? "" };
  } catch {
    return { province: "", year: "" };
  }
}

export function choose(chosen: Choices): void {
  localStorage.setItem(KEY, JSON.stringify(chosen));
}

/** As the server takes them: what is not chosen is not said. */
export function asSettings({ province, year }: Choices): Record<string, unknown> {
  return { ...(province && { province }), ...(year && { year: Number(year) }) };
}

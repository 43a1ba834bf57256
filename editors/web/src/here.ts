/** What the program has told the page of itself. */
import { type Lang, speak } from "../../common/words.js";

const { lang, folder, version } = document.body.dataset;

speak((lang ?? "zh") as Lang);

export const FOLDER = folder ?? "";
export const VERSION = version ?? "";

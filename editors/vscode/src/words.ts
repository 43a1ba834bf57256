export { type Lang, say, speak, spoken } from "../../common/words.js";

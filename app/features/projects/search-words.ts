import { pinyin } from "pinyin-pro";

// Characters of names that the pinyin tables lack.
const RARE: Readonly<Record<string, string>> = {
  𠮷: "ji",
  㐂: "xi",
  䶮: "yan",
  㛃: "jie",
  㭎: "gang",
  𬭎: "hong",
  𫖮: "yi",
  𪚥: "zhe",
};
const UNIT = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu;
const LONGEST = 40;
const MOST_STARTS = 12;

/** One form of everything that is searched: full-width to plain, small letters, no spaces or invisible marks. */
export function fold(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{Cc}\p{Cf}]/gu, "");
}

/** What is typed into a search box, word by word; every word must be found. Signs before a word do not count. */
export function searchTerms(query: string): string[] {
  const words = query.split(/\s+/u).map(fold);
  const bare = words.map((word) => word.replace(/^[^\p{L}\p{M}\p{N}]+/u, ""));
  const terms = bare.some(Boolean) ? bare : words;
  return terms
    .filter(Boolean)
    .slice(0, 6)
    .map((term) => cut(term));
}

/**
 * The tokens under which a word is found by their beginnings. "王小明": itself and 小明, 明; wangxiaoming, xiaoming,
 * ming; wxm, xm, m. "2-1-1803": itself and 1-1803, 1803.
 */
export function tokensOf(word: string): string[] {
  const text = word.normalize("NFKC").toLowerCase();
  const units = [...text.matchAll(UNIT)].map((match) => ({ text: match[0], at: match.index }));
  const sounds = soundsOf(units.map((unit) => unit.text));
  const starts = units.slice(0, MOST_STARTS).flatMap(({ at }, nth) => [
    fold(text.slice(at)),
    sounds.slice(nth).join(""),
    sounds
      .slice(nth)
      .map((sound) => [...sound][0])
      .join(""),
  ]);
  const tokens = [fold(text), ...starts].map((token) => cut(token)).filter((token) => token !== "");
  return [...new Set(tokens)];
}

/** The syllable of each character, surnames as surnames are read (单 shan, 仇 qiu); letters and figures as they are. */
function soundsOf(units: readonly string[]): string[] {
  if (!units.some((unit) => /\p{Script=Han}/u.test(unit))) return [...units];
  const joined = units.map((unit) => (/\p{Script=Han}/u.test(unit) ? unit : " ")).join("");
  const read = pinyin(joined, { toneType: "none", type: "array", surname: "head", v: true });
  return units.map((unit, at) => {
    const sound = read[at] ?? "";
    return RARE[unit] ?? (/^[a-z]+$/.test(sound) ? sound : unit);
  });
}

function cut(token: string): string {
  return [...token].slice(0, LONGEST).join("");
}

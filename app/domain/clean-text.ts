// Marks that turn the direction of what follows or hide between letters; joiners, which scripts need, stay.
const DECEIVING = /[\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;

/** One line as kept: composed, without control characters and deceiving marks, single spaces. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/gu, " ").trim();
}

/** Several lines as kept: composed, without control characters and deceiving marks; line breaks stay. */
export function cleanText(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(DECEIVING, "")
    .replace(/\p{Cs}/gu, "\uFFFD")
    .replace(/[^\P{Cc}\n\t]/gu, " ")
    .trim();
}

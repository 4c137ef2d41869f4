import { randomInt } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

/** OWASP's first choice for argon2id (46 MiB, one pass, one lane). The tests' own process may ask for less. */
const MEMORY_KIB = process.env.NODE_ENV === "test" ? 8 : 47_104;
const ARGON2ID = { memoryCost: MEMORY_KIB, timeCost: 1, parallelism: 1 };

// What an unknown name is checked against, so that the answer takes as long as for a known one.
const nobody = hash("nobody has this password", ARGON2ID);

export function hashPassword(password: string): Promise<string> {
  return hash(password, ARGON2ID);
}

/** Does the password fit? Without a stored hash the same work is done, and the answer is no. */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  const fits = await verify(stored ?? (await nobody), password);
  return fits && stored !== null;
}

// Without letters and figures that are mistaken for each other when read out.
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

/** A password that is read out or written down once: four groups of four, about 79 bits. */
export function initialPassword(): string {
  const group = () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join("");
  return [group(), group(), group(), group()].join("-");
}

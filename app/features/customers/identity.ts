import { addMonths, type Day, parseDay } from "~/domain/calendar";
import type { IdKind } from "~/domain/id-kind";
import { normalIdNumber, parseIdNumber } from "~/domain/id-number";
import { demand, Refused, unless } from "~/domain/refusal";

/** What a paper says of its bearer: residents' numbers also tell birthday and gender. */
export type Identity = {
  kind: "NATURAL" | "MINOR" | "FOREIGN" | "COMPANY";
  number: string;
  birthday: Day | null;
  gender: "FEMALE" | "MALE" | null;
};

const OF_AGE_MONTHS = 18 * 12;
const CREDIT_CODE = /^[0-9A-HJ-NPQRTUWXY]{18}$/;
const OTHER_NUMBER = /^[A-Z0-9]{5,20}$/;

/**
 * Reads the number of a paper as typed, with the birthday where the number does not tell it.
 * Throws id_number_invalid, id_check_digit_wrong, date_invalid, date_future.
 */
export function readIdentity(idKind: IdKind, typed: string, birthday: string, today: Day): Identity {
  if (idKind === "ID_CARD" || idKind === "RESIDENCE_PERMIT") {
    const read = parseIdNumber(typed);
    if (!read.ok) throw new Refused(read.refusal);
    const { number, birthday: born, sex } = read.id;
    demand(unless(born <= today, "id_number_invalid"));
    return { kind: kindOf(idKind, born, today), number, birthday: born, gender: sex };
  }
  const number = normalIdNumber(typed).replace(/[()]/g, "");
  demand(unless((idKind === "BUSINESS_LICENCE" ? CREDIT_CODE : OTHER_NUMBER).test(number), "id_number_invalid"));
  const born = birthday && idKind !== "BUSINESS_LICENCE" ? dayOfBirth(birthday, today) : null;
  return { kind: kindOf(idKind, born, today), number, birthday: born, gender: null };
}

function dayOfBirth(text: string, today: Day): Day {
  const born = parseDay(text);
  demand(unless(born !== null && born >= "1900-01-01", "date_invalid"));
  demand(unless(born === null || born <= today, "date_future"));
  return born as Day;
}

/** Under 18 a guardian signs (民法典 17–20). */
function kindOf(idKind: IdKind, born: Day | null, today: Day): Identity["kind"] {
  if (idKind === "BUSINESS_LICENCE") return "COMPANY";
  if (born && addMonths(born, OF_AGE_MONTHS) > today) return "MINOR";
  return idKind === "ID_CARD" ? "NATURAL" : "FOREIGN";
}

/** Has the person everything that a subscription prints: paper, number and address? */
export function isBuyerComplete(person: { idIndex: string | null; address: string }): boolean {
  return person.idIndex !== null && person.address !== "";
}

import type { Ctx } from "~/platform/context.server";
import { findCustomers } from "./find-customers.server";
import { listDuplicates } from "./find-duplicates.server";
import { readPhone } from "./phone";

const LEAST_DIGITS = 4;

/**
 * Whom the desk may already know under what is typed: the caller's own reach by phone, its last digits or the name,
 * and under a full phone also whoever is beyond that reach, masked.
 */
export async function listKnown(ctx: Ctx, typed: { phone: string; name: string }) {
  const full = readPhone(typed.phone);
  const digits = typed.phone.replace(/\D/g, "").length >= LEAST_DIGITS;
  const query = full || (digits && !typed.name) ? typed.phone : typed.name;
  const found = await findCustomers(ctx, query, 5);
  const others = full ? await listDuplicates(ctx, { name: "", e164: full.e164 }) : [];
  return [
    ...found.map(({ id, name, phone, ownerName, lastVisitOn }) => {
      return { customerId: id, name, phone, ownerName, lastVisitOn, reached: true };
    }),
    ...others
      .filter(({ customerId }) => found.every(({ id }) => id !== customerId))
      .map(({ by: _, ...other }) => ({ ...other, lastVisitOn: null, reached: false })),
  ];
}

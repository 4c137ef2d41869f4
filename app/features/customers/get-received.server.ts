import { z } from "zod";
import type { Ctx } from "~/platform/context.server";
import { getCustomer } from "./get-customer.server";

/** Whom the desk has just let in, by the id in the address; null where it names nobody within reach. */
export async function getReceived(ctx: Ctx, customerId: string | null) {
  const id = z.uuid().safeParse(customerId);
  const customer = id.success ? await getCustomer(ctx, id.data) : null;
  return customer && { name: customer.name, owner: customer.owner?.name ?? null };
}

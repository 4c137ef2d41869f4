import { z } from "zod";
import { CONTACTS } from "~/domain/contact";
import { ID_KINDS } from "~/domain/id-kind";
import { Refused } from "~/domain/refusal";
import { completeBuyer } from "~/features/customers/complete-buyer.server";
import { STAGES } from "~/features/customers/customer-filters";
import { getCustomer } from "~/features/customers/get-customer.server";
import { listCustomers } from "~/features/customers/list-customers.server";
import { GRADES, NO_NEEDS, needs, SOURCES } from "~/features/customers/needs";
import { recordInteraction } from "~/features/customers/record-interaction.server";
import { FIRST_CONTACTS, registerVisitor } from "~/features/customers/register-visitor.server";
import { changes, type Operation, reads } from "./operation.server";
import { day, id, instant, page, paging, projectId, text, version, words } from "./wire";

const tag = "customers";

const stage = z.enum(STAGES);
const grade = z.enum(GRADES).nullable();
const row = z.object({
  id,
  name: text,
  phone: text.nullable().meta({ description: "masked" }),
  ownerName: text.nullable(),
  grade,
  stage,
  source: text,
  visits: z.int(),
  lastFollowUpAt: instant.nullable(),
  nextOn: day.nullable(),
  createdAt: instant,
});
const customer = z
  .object({
    id,
    version,
    personId: id,
    personVersion: version,
    name: text,
    phones: z.array(z.object({ id, masked: text, primary: z.boolean() })),
    idKind: text.nullable(),
    idNumber: text.nullable().meta({ description: "masked" }),
    buyerComplete: z.boolean(),
    owner: z.object({ id, name: text }).nullable(),
    inPool: z.boolean(),
    grade,
    stage,
    source: text,
    needs,
    note: text,
    lastFollowUpAt: instant.nullable(),
    createdAt: instant,
  })
  .meta({ id: "Customer" });

export const customerOperations: readonly Operation[] = [
  reads({
    name: "listCustomers",
    path: "/customers",
    tag,
    summary: "Customers within the caller's reach by name, pinyin, phone or ID number, or all; the newest first",
    at: "named",
    needs: ["customer:read"],
    query: paging.extend({ projectId, q: words(80).default("") }),
    answer: page(row),
    ask: ({ ctx, query: { q, after, limit } }) => {
      const filters = { q, owner: null, grade: null, stage: null, source: null, pool: false };
      return listCustomers(ctx, filters, after ?? null, limit);
    },
  }),
  changes({
    name: "registerCustomer",
    path: "/customers",
    tag,
    summary: "Registers somebody; of those who register one phone at once, one does",
    at: "named",
    needs: ["customer:register"],
    status: 201,
    body: z.strictObject({
      projectId,
      name: words(80).min(1),
      phone: words(40).default(""),
      source: z.enum(SOURCES).default("OTHER"),
      contact: z.enum(FIRST_CONTACTS).default("OUTREACH").meta({ description: "How the contact came about" }),
      consultantId: id.nullable().default(null),
      needs: needs.partial().default({}),
      note: words(2000).default(""),
      confirmed: z.boolean().default(false).meta({ description: "Another person than those found alike" }),
    }),
    answer: z.object({ customerId: id, personId: id, ownerId: id.nullable() }),
    refusals: ["duplicate_unconfirmed", "duplicate_forbidden", "phone_invalid", "name_missing"],
    act: ({ ctx, key, body: { projectId: _, needs: known, ...body } }) =>
      registerVisitor(ctx, { key, ...body, needs: needs.parse({ ...NO_NEEDS, ...known }) }),
  }),
  reads({
    name: "getCustomer",
    path: "/customers/{id}",
    tag,
    summary: "A customer, phones and ID number masked",
    at: "customer",
    needs: ["customer:read"],
    answer: customer,
    ask: async ({ ctx, id: customerId }) => {
      const found = await getCustomer(ctx, customerId);
      if (!found) throw new Refused({ code: "not_found" });
      return found;
    },
  }),
  changes({
    name: "completeBuyer",
    path: "/customers/{id}/identity",
    tag,
    summary: "Enters what a subscription needs of its buyer: paper, number, address",
    at: "customer",
    needs: ["customer:edit"],
    body: z.strictObject({
      version: version.meta({ description: "the customer's personVersion" }),
      name: words(80).min(1),
      idKind: z.enum(ID_KINDS),
      idNumber: words(40).min(1),
      birthday: words(10).default(""),
      address: words(200).min(1),
    }),
    answer: z.object({ personId: id }),
    refusals: ["id_number_invalid", "id_check_digit_wrong", "id_number_taken", "stale_version"],
    act: ({ ctx, id: customerId, key, body }) => completeBuyer(ctx, { key, customerId, ...body }),
  }),
  changes({
    name: "recordInteraction",
    path: "/customers/{id}/interactions",
    tag,
    summary: "Notes a contact with a customer",
    at: "customer",
    needs: ["interaction:record"],
    status: 201,
    body: z.strictObject({
      contact: z.enum(CONTACTS),
      reached: z.boolean().default(true),
      text: words(2000).default(""),
      nextOn: z.iso.date().optional(),
      servedById: id.nullable().default(null),
    }),
    answer: z.object({ interactionId: id }),
    refusals: ["date_past", "value_missing"],
    act: ({ ctx, id: customerId, key, body }) =>
      recordInteraction(ctx, { key, customerId, ...body, nextOn: body.nextOn ?? "" }),
  }),
];

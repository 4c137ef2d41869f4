import "~/composition.server";
import { businessDay } from "~/domain/calendar";
import { closeDb } from "~/platform/db.server";
import { CUSTOMER, givenCustomers, givenProject, givenStaff, givenToken, givenUnits } from "./bench/given";

// The office on which durability is tried, as one JSON object.

const UNITS = 4_000;

const project = await givenProject("durability");
const units = await givenUnits(project, UNITS);
const [controller] = await givenStaff(project, "CONTROLLER", 1);
const [cashier] = await givenStaff(project, "CASHIER", 1);
const [consultant] = await givenStaff(project, "CONSULTANT", 1);
if (!controller || !cashier || !consultant) throw new RangeError("nobody came to work");
const [customerId] = await givenCustomers(project, [consultant]);
console.log(
  JSON.stringify({
    ...{ units, customerId, sellerId: project.sellerId, payer: CUSTOMER, today: businessDay(project.now) },
    ...{ controller: await givenToken(controller), cashier: await givenToken(cashier) },
  }),
);
await closeDb();

import { afterAll, expect, it } from "vitest";
import { draftSubscription } from "~/features/deals/draft-subscription.server";
import { draftOfForm, draftSubscriptionForm } from "~/features/deals/draft-subscription-form";
import { draftedForm } from "~/features/deals/drafted-form.server";
import { closeDb } from "~/platform/db.server";
import { givenProject } from "../../support/given";
import { draftOf, formOn, givenBuyer, givenDesk, givenHold, givenOffice } from "../../support/sell";

afterAll(closeDb);

it("gives back a draft as its form was filled in", async () => {
  const office = await givenOffice();
  const wife = await givenBuyer(office.project, office.desk.CONSULTANT, "李梅");
  const dealId = await givenHold(office);
  expect(await draftedForm(office.desk.CONSULTANT, dealId)).toBeNull();
  const draft = await draftOf(office, dealId, {
    ownershipForm: "BY_SHARES",
    buyers: [
      { customerId: wife.id, sharePpm: 333_333 },
      { customerId: office.buyer.id, sharePpm: 666_667 },
    ],
    specialOffFen: 1_234_500,
    relation: "EMPLOYEE",
    reason: "员工购房",
  });
  await draftSubscription(office.desk.CONSULTANT, draft);
  const now = await formOn(dealId);
  const form = await draftedForm(office.desk.CONSULTANT, dealId);
  expect(draftOfForm(draftSubscriptionForm.parse({ ...form, ...now }))).toEqual({ ...draft, ...now });
});

it("gives it to nobody of another project", async () => {
  const office = await givenOffice();
  const dealId = await givenHold(office);
  await draftSubscription(office.desk.CONSULTANT, await draftOf(office, dealId));
  const { CONSULTANT: stranger } = await givenDesk(await givenProject());
  expect(await draftedForm(stranger, dealId)).toBeNull();
});

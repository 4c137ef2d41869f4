import { afterAll, describe, expect, it } from "vitest";
import { findCustomers } from "~/features/customers/find-customers.server";
import { registerVisitor } from "~/features/customers/register-visitor.server";
import { attempt } from "~/platform/attempt.server";
import { closeDb } from "~/platform/db.server";
import { asStaff, givenProject, refused } from "../../support/given";
import { givenPhone, givenVisit } from "../../support/given-visitor";

afterAll(closeDb);

describe("finding customers", () => {
  it("by name, pinyin, initials, phone and tail, masked", async () => {
    const project = await givenProject();
    const desk = await asStaff("RECEPTIONIST", project);
    const phone = givenPhone();
    const { customerId } = await registerVisitor(desk, givenVisit({ name: "单小明", phone }));
    await registerVisitor(desk, givenVisit({ name: "李雷" }));

    const masked = `${phone.slice(0, 3)}****${phone.slice(-4)}`;
    const queries = [
      "单",
      "小明",
      "shanxiao",
      "SXM",
      "xiao",
      phone,
      `+86 ${phone}`,
      phone.slice(-4),
      `单 ${phone.slice(-4)}`,
    ];
    for (const query of queries)
      expect.soft(await findCustomers(desk, query), query).toMatchObject([{ id: customerId, phone: masked }]);
    for (const query of ["", " ", "韩", phone.slice(0, 7), phone.slice(3, 7), "单 李", "%", "_", "'"])
      expect.soft(await findCustomers(desk, query), query).toEqual([]);
    expect(JSON.stringify(await findCustomers(desk, "单"))).not.toContain(phone);
  });

  it("shows a consultant only own customers, and nobody another project's", async () => {
    const project = await givenProject();
    const [mine, other] = [await asStaff("CONSULTANT", project), await asStaff("CONSULTANT", project)];
    const elsewhere = await asStaff("MANAGER", await givenProject());
    const visit = givenVisit({ name: "赵一" });
    const { customerId } = await registerVisitor(mine, visit);
    expect(await findCustomers(mine, "zhao")).toMatchObject([{ id: customerId, ownerId: mine.actorId }]);
    for (const query of ["zhao", visit.phone, visit.phone.slice(-4)]) {
      expect(await findCustomers(other, query)).toEqual([]);
      expect(await findCustomers(elsewhere, query)).toEqual([]);
    }
    const admin = await asStaff("ADMIN", project);
    expect(await attempt(findCustomers(admin, "zhao"))).toMatchObject(refused("not_permitted"));
  });
});

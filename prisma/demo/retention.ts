import { NO_NEEDS } from "~/features/customers/needs";
import { registerVisitor } from "~/features/customers/register-visitor.server";
import { newId } from "~/platform/id.server";
import { person, type Scene } from "./deal-story";
import { at } from "./office";

const LONG_AGO_MS = 780 * 86_400_000;
const HEARD_OF_ONCE = [
  { name: "尉迟安", phone: "13500010001" },
  { name: "司徒静", phone: "13500010002" },
  { name: "端木平", phone: "13500010003" },
] as const;

/** People who came once, more than two years ago: the period of retention is over. */
export async function writeRetention(scene: Scene): Promise<void> {
  const now = new Date(scene.clock().getTime() - LONG_AGO_MS);
  for (const { name, phone } of HEARD_OF_ONCE) {
    await registerVisitor(at(person(scene, "receptionist"), scene.project, now), {
      ...{ key: newId(), name, phone, source: "WALK_IN", contact: "VISIT_FIRST", consultantId: null },
      ...{ needs: NO_NEEDS, note: "路过看看，暂无购房计划", confirmed: true },
    });
  }
}

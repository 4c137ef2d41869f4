import { day } from "~/domain/calendar";
import { setSetting } from "~/features/projects/set-setting.server";
import { type Attempt, attemptOf, firstOf } from "./attempt";
import { dayOf, HOUR } from "./model";
import { actor, nextKey, type Scene } from "./scene";
import { RULES, type Rule } from "./settings";
import { type Over, who } from "./unit-moves";

export type Change = { rule: Rule; value: number; days: number; scope: "COMPANY" | "PROJECT" };

/** A setting is changed from a day on, for the project or for the whole company. */
export function change(
  scene: Scene,
  { rule, value, days, scope }: Change,
  post: "ADMIN" | "MANAGER" = "ADMIN",
): Attempt {
  const { model, office } = scene;
  const from = dayOf(model.now + days * 24 * HOUR);
  const place = scope === "PROJECT" ? { scope, id: office.project.id } : { scope, id: null };
  const [least, most] = RULES[rule].range;
  return attemptOf(scene, {
    says: `${who(post, 0)} sets ${rule} to ${value} for the ${scope.toLowerCase()} from ${days} d on`,
    ctx: actor(scene, post, 0),
    input: { key: nextKey(scene), setting: rule, place, value: String(value), from: day(from), source: "营销会议" },
    command: setSetting,
    expected: () =>
      firstOf(
        [post !== "ADMIN", "not_permitted"],
        [value < least || value > most, "value_out_of_range"],
        [from < model.today(), "date_past"],
      ),
    done: () => {
      model.settings.push({ rule, value, scope, from, at: model.now });
    },
  });
}

/** Anything of these, mostly from today on. */
export function anyChange(scene: Scene, over: Over = {}): Attempt {
  const { chance, model } = scene;
  const rule = chance.pick(Object.keys(RULES) as Rule[]);
  const scope = chance.pick(["PROJECT", "PROJECT", "COMPANY"] as const);
  const wrong = chance.happens(0.1);
  const value = wrong ? 0 : chance.pick(RULES[rule].values);
  const wanted = { rule, value: wrong && RULES[rule].range[0] === 0 ? -1 : value, scope };
  const days = chance.pick([0, 0, 0, 1, -1]);
  // Two values said in one moment for one day: which is the later word, nobody can say.
  const said = model.settings.some((one) => one.rule === rule && one.scope === scope && one.at === model.now);
  return change(scene, { ...wanted, days: said ? -1 : days }, over.no === "stranger" ? "MANAGER" : "ADMIN");
}

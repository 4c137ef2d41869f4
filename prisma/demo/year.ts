import { addDays, type Day, daysBetween, startOfDayIn } from "~/domain/calendar";
import { Refused } from "~/domain/refusal";
import { recordInteraction } from "~/features/customers/record-interaction.server";
import { expireHolds } from "~/features/deals/expire-holds.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import type { Chance } from "./chance";
import { type Buyer, type Diary, type Ending, later, type Scene, startDeal } from "./deal-story";
import { at, type Office } from "./office";
import type { WrittenProject } from "./projects";
import { arrive, completePapers } from "./visitor";

const OPENS_AT = 9 * 3_600_000;
const CLOSES_AT = 18 * 3_600_000;

/** One project through the days: who came, who bought, what was paid. */
export class Year {
  readonly #diary: Diary = new Map();
  readonly scene: Scene;
  readonly #prospects: Buyer[] = [];
  #now = new Date(0);
  #until = new Date(0);
  #phones: string[];

  constructor(
    private readonly office: Office,
    private readonly project: WrittenProject,
    private readonly chance: Chance,
    lastDay: Day,
    phones: readonly string[],
  ) {
    this.#phones = [...phones];
    this.scene = { office, project, chance, lastDay, clock: () => this.#tick() };
  }

  /** Lives one day up to a moment: what the diary says, visits, new deals. */
  async live(day: Day, until: Date): Promise<void> {
    const opens = startOfDayIn(this.project.timeZone, day).getTime() + OPENS_AT;
    this.#until = until;
    this.#now = new Date(Math.min(opens, until.getTime() - 3 * 3_600_000));
    const weekend = [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay());
    const busy = this.project.plan.visitors * (weekend ? 2 : 0.7);
    for (let i = 0; i < Math.floor(busy + this.chance.next()); i++) await this.#visit(day);
    await this.#followUps(day);
    while (this.#diary.get(day)?.length) {
      const acts = this.#diary.get(day) ?? [];
      this.#diary.set(day, []);
      for (const act of acts) await this.#try(act);
    }
  }

  /** Every act takes some minutes, within office hours. */
  #tick(): Date {
    const next = this.#now.getTime() + this.chance.whole(40, 240) * 1_000;
    const midnight = startOfDayIn(this.project.timeZone, this.#dayOfNow()).getTime();
    this.#now = new Date(
      Math.max(this.#now.getTime() + 1, Math.min(next, midnight + CLOSES_AT, this.#until.getTime())),
    );
    return this.#now;
  }

  /** What an office would have settled long ago is only left open in the last days. */
  #recent(day: Day, days: number): boolean {
    return daysBetween(day, this.scene.lastDay) <= days;
  }

  #dayOfNow(): Day {
    return new Date(this.#now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10) as Day;
  }

  /** What the rules refuse did not happen: a buyer who came too late, a unit that somebody else took. */
  async #try(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
    }
  }

  async #visit(day: Day): Promise<void> {
    const { chance, project } = this;
    const ending = chance.happens(project.plan.closing) ? this.#ending(day) : null;
    const phone = ending === "SIGNS" ? this.#phones.shift() : undefined;
    const buyer = await arrive(this.scene, chance.pick(this.office.consultants), phone);
    this.#prospects.push(buyer);
    if (!ending) return;
    const on = addDays(day, chance.whole(0, 9));
    later(this.#diary, on, () => this.#close(on, buyer, ending));
  }

  /** How a deal that begins about this day will end: most are signed. */
  #ending(day: Day): Ending {
    const roll = this.chance.next();
    if (roll < 0.08) return "HOLD_RELEASED";
    if (roll < 0.14) return "HOLD_LAPSED";
    if (roll < 0.18) return "UNPAID";
    return roll < 0.23 && this.#recent(day, 30) ? "FAILS_TO_SIGN" : "SIGNS";
  }

  async #followUps(day: Day): Promise<void> {
    for (const { customerId, owner } of this.#prospects.slice(-8)) {
      if (!this.chance.happens(0.07)) continue;
      await this.#try(async () => {
        await recordInteraction(at(owner, this.project, this.#tick()), {
          key: newId(),
          customerId,
          contact: this.chance.pick(["CALL_OUT", "CALL_OUT", "MESSAGE", "VISIT"] as const),
          reached: this.chance.happens(0.8),
          text: this.chance.pick([
            "电话沟通，仍在比较周边项目",
            "约周末再次看房",
            "发送置业计划书",
            "价格有疑问，已解释优惠",
          ]),
          nextOn: this.#recent(day, 9) ? addDays(day, this.chance.whole(2, 6)) : "",
          servedById: null,
        });
      });
    }
  }

  /** A prospect decides: papers are completed, a free home is held, and the deal goes its way. */
  async #close(on: Day, buyer: Buyer, ending: Ending): Promise<void> {
    const { project, chance } = this;
    const free = await db.unit.findMany({
      where: { projectId: project.id, releaseState: "RELEASED", claims: { none: { endedAt: null } } },
      select: { id: true },
      orderBy: { boardNo: "asc" },
    });
    if (free.length === 0) return;
    await completePapers(this.scene, buyer);
    await startDeal(this.scene, this.#diary, on, buyer, chance.pick(free).id, ending);
  }
}

/** All projects day by day, side by side, with the sweep of expired holds at the end of each. */
export async function liveThrough(
  years: readonly Year[],
  days: readonly Day[],
  now: Date,
  timeZone: string,
): Promise<void> {
  for (const day of days) {
    const ends = startOfDayIn(timeZone, addDays(day, 1));
    const until = ends < now ? ends : now;
    await Promise.all(years.map((year) => year.live(day, until)));
    await expireHolds(until);
  }
}

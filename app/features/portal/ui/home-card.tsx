import { Link } from "@remix-run/react";
import { ChevronRight } from "lucide-react";
import { useTexts } from "~/i18n/use-texts";
import { MoneyText } from "~/ui/amounts";
import { useItemName } from "~/ui/item-name";
import { StatusBadge } from "~/ui/status-badge";
import type { HomeCard as Home } from "../list-homes.server";
import { WayDots } from "./way-line";

/** One home as a door: its number large, how far it has come, and what is due next. */
export function HomeCard({ home }: { home: Home }) {
  const { enumLabel, area } = useTexts();
  const [unit] = home.units;
  const facts = unit ? [unit.building, unit.layout, area(unit.gross), unit.orientation].filter(Boolean) : [];
  return (
    <Link
      to={home.id}
      className={`card group relative flex flex-col overflow-hidden no-underline shadow-raised hover:border-accent ${home.live ? "" : "opacity-80"}`}
    >
      <div className="flex flex-col gap-1 bg-rail px-5 py-5 text-rail-ink">
        <p className="flex items-center justify-between gap-3 text-sm text-rail-soft">
          <span className="truncate">
            {home.city} · {home.project}
          </span>
          <StatusBadge tone={home.live ? "good" : "neutral"}>{enumLabel("dealStage", home.stage)}</StatusBadge>
        </p>
        <p className="figures text-3xl font-bold tracking-tight break-words">
          {home.units.map(({ label }) => label).join(" · ")}
        </p>
        <p className="text-sm text-rail-soft">{facts.join(" · ")}</p>
      </div>
      <div className="flex flex-1 flex-col gap-4 p-5">
        <WayDots way={home.way} live={home.live} />
        <HomeMoney home={home} />
      </div>
    </Link>
  );
}

function HomeMoney({ home }: { home: Home }) {
  const { t, day } = useTexts();
  const itemName = useItemName();
  const { nextDue } = home;
  return (
    <div className="flex items-end justify-between gap-3">
      <div className="min-w-0">
        <p className="text-xs text-ink-faint">{home.live ? t("portal.nextDue") : t("portal.ended")}</p>
        {nextDue ? (
          <>
            <p className="text-xl font-semibold">
              <MoneyText fen={nextDue.open} />
            </p>
            <p className={`text-sm ${nextDue.overdueDays > 0 ? "font-medium text-danger" : "text-ink-soft"}`}>
              {nextDue.overdueDays > 0
                ? `${itemName(nextDue.item)} · ${t("portal.overdueBy", { days: nextDue.overdueDays })}`
                : t("portal.nextDueOn", { item: itemName(nextDue.item), day: day(nextDue.dueOn) })}
            </p>
          </>
        ) : (
          home.live && <p className="text-ink-soft">{t("portal.nothingDue")}</p>
        )}
      </div>
      <ChevronRight size={20} aria-hidden className="shrink-0 text-ink-faint group-hover:text-accent" />
    </div>
  );
}

import { useSearchParams } from "@remix-run/react";
import { CalendarClock, FileText, Handshake } from "lucide-react";
import type { ReactNode } from "react";
import { useTexts } from "~/i18n/use-texts";
import { AreaText, MoneyText } from "~/ui/amounts";
import { LinkButton } from "~/ui/button";
import { Countdown } from "~/ui/countdown";
import { Drawer } from "~/ui/dialog";
import { KeyValues } from "~/ui/key-values";
import { Notice } from "~/ui/notice";
import { useQueryLink } from "~/ui/query-link";
import { SaleStateBadge } from "~/ui/sale-state-badge";
import type { UnitDetail } from "../get-unit.server";
import type { OpenedUnit } from "../open-unit.server";
import { UnitHistory } from "./unit-history";
import { PerSquareMetre, UnitPrices } from "./unit-prices";

type UnitDrawerProps = Pick<OpenedUnit, "unit" | "prices" | "offered" | "history"> & {
  /** What the reader may do here, as far as the unit allows it. */
  actions: OpenedUnit["actions"];
  projectCode: string;
  closeTo: string;
  /** A form of the drawer that is open instead of the next steps. */
  question: ReactNode;
};

/** One unit: how it stands, what it costs, what happened to it, and the next step. */
export function UnitDrawer({
  unit,
  prices,
  offered,
  history,
  actions,
  projectCode,
  closeTo,
  question,
}: UnitDrawerProps) {
  const { t } = useTexts();
  return (
    <Drawer
      title={
        <span className="flex flex-wrap items-center gap-2">
          {unit.label}
          <SaleStateBadge state={unit.saleState} />
        </span>
      }
      closeTo={closeTo}
    >
      <div className="flex flex-col gap-5">
        <Standing unit={unit} />
        {question || <NextSteps unit={unit} actions={actions} projectCode={projectCode} />}
        <Part title={t("unit.prices")}>
          <Prices prices={prices} />
        </Part>
        <Part title={t("unit.priceHistory")}>
          <UnitPrices prices={offered} />
        </Part>
        <Part title={t("unit.facts")}>
          <Facts unit={unit} />
        </Part>
        <Part title={t("unit.history")}>
          <UnitHistory events={history} />
        </Part>
      </div>
    </Drawer>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-2">
      <h3 className="border-b border-line pb-1 text-base">{title}</h3>
      {children}
    </section>
  );
}

function Standing({ unit }: { unit: UnitDetail }) {
  const { t, moment } = useTexts();
  const claim = unit.openClaim;
  const held = unit.saleState === "HELD" && claim?.kind === "DEAL" ? claim : null;
  return (
    <>
      {held && (
        <div className="flex flex-wrap items-center justify-between gap-2">
          <span>{[t("unit.claimHold", { by: held.by }), unit.holdReason].filter(Boolean).join(" · ")}</span>
          {held.holdUntil && <Countdown until={held.holdUntil} />}
        </div>
      )}
      {unit.saleState === "WITHHELD" && unit.withheldReason && (
        <p>
          {unit.withheldReason}
          {unit.withheldUntil && ` · ${t("board.until", { until: moment(unit.withheldUntil) })}`}
        </p>
      )}
      {claim?.kind === "OPENING" && <Notice>{t("unit.opening")}</Notice>}
      {unit.sealed && <Notice tone="danger">{t("unit.sealed")}</Notice>}
      {unit.mortgaged && <Notice tone="warn">{t("unit.mortgaged")}</Notice>}
    </>
  );
}

function NextSteps({ unit, actions, projectCode }: Pick<UnitDrawerProps, "unit" | "actions" | "projectCode">) {
  const { t } = useTexts();
  const queryLink = useQueryLink();
  const customer = useSearchParams()[0].get("customer");
  if (!Object.values(actions).some(Boolean)) return null;
  const base = `/onsite/${projectCode}`;
  const forCustomer = customer ? `?customer=${encodeURIComponent(customer)}` : "";
  return (
    <div className="flex flex-wrap gap-2">
      {actions.hold && (
        <LinkButton to={`${base}/units/${unit.id}/hold${forCustomer}`} variant="primary" icon={CalendarClock}>
          {t("unit.hold")}
        </LinkButton>
      )}
      {actions.quote && (
        <LinkButton to={`${base}/units/${unit.id}/quote${forCustomer}`} icon={FileText}>
          {t("unit.quote")}
        </LinkButton>
      )}
      {actions.deal && unit.dealId && (
        <LinkButton to={`${base}/deals/${unit.dealId}`} variant="primary" icon={Handshake}>
          {t("unit.deal")}
        </LinkButton>
      )}
      {actions.withhold && (
        <LinkButton to={queryLink({ ask: "withhold" })} replace preventScrollReset>
          {t("unit.withhold")}
        </LinkButton>
      )}
      {actions.lift && (
        <LinkButton to={queryLink({ ask: "lift" })} variant="primary" replace preventScrollReset>
          {t("unit.lift")}
        </LinkButton>
      )}
    </div>
  );
}

const PRICE_NAMES = { list: "board.listPrice", filed: "board.filedPrice", floor: "unit.floorPrice" } as const;

function Prices({ prices }: Pick<UnitDrawerProps, "prices">) {
  const { t } = useTexts();
  if (prices.length === 0) return <p className="text-ink-faint">{t("board.noPrice")}</p>;
  return (
    <dl className="flex flex-col gap-1.5">
      {prices.map(({ name, total, ...per }) => (
        <div key={name} className="flex items-baseline justify-between gap-3">
          <dt className="text-ink-soft">{t(PRICE_NAMES[name])}</dt>
          <dd className="text-right">
            <span className="block text-lg font-semibold">
              <MoneyText fen={total} />
            </span>
            <PerSquareMetre {...per} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Facts({ unit }: { unit: UnitDetail }) {
  const { t, enumLabel, area, day } = useTexts();
  const surveyed = (value: number | null) => value !== null && ` (${t("unit.surveyed", { area: area(value) })})`;
  const pairs = [
    { key: t("board.building"), value: `${unit.buildingName} ${unit.entrance}`.trim() },
    { key: t("board.floor"), value: unit.floorLabel },
    { key: t("unit.use"), value: enumLabel("unitUse", unit.use) },
    { key: t("unit.layout"), value: unit.layout?.name ?? "" },
    {
      key: t("board.grossArea"),
      value: (
        <>
          <AreaText centiares={unit.gross} />
          {surveyed(unit.surveyedGross)}
        </>
      ),
    },
    {
      key: t("board.internalArea"),
      value: unit.internal > 0 && (
        <>
          <AreaText centiares={unit.internal} />
          {surveyed(unit.surveyedInternal)}
        </>
      ),
    },
    { key: t("unit.giftArea"), value: unit.gift > 0 && <AreaText centiares={unit.gift} /> },
    { key: t("unit.orientation"), value: unit.orientation },
    { key: t("unit.view"), value: unit.view },
    { key: t("unit.fittingOut"), value: unit.fittingOut },
    { key: t("unit.permit"), value: unit.permitNumber },
    { key: t("unit.handover"), value: unit.handoverPromisedOn && day(unit.handoverPromisedOn) },
    { key: t("unit.note"), value: unit.note },
  ];
  return <KeyValues pairs={pairs.filter(({ value }) => value)} />;
}

import { useTexts } from "~/i18n/use-texts";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Panel } from "~/ui/panel";
import { PriceDerivation } from "~/ui/price-derivation";
import { StatusBadge } from "~/ui/status-badge";
import type { OwnHome } from "../get-home.server";
import { Contact, HomeFacts, HomePapers, Milestones, Receipts } from "./home-panels";
import { NextPayment } from "./next-payment";
import { PaymentSchedule } from "./payment-schedule";
import { WayLine } from "./way-line";

/** One home of the buyer, from what to do now down to the building's progress. */
export function HomePage({ home }: { home: OwnHome }) {
  const { t, enumLabel } = useTexts();
  return (
    <>
      <PageHeader
        back={{ to: "/portal/homes", label: t("places.homes") }}
        title={
          <>
            {home.units.map(({ label }) => label).join(" · ")}
            <StatusBadge tone={home.live ? "good" : "neutral"}>{enumLabel("dealStage", home.stage)}</StatusBadge>
          </>
        }
        lead={`${home.project.city} · ${home.project.name}`}
      />
      <WhatNow home={home} />
      <section className="card px-4 py-4">
        <WayLine way={home.way} live={home.live} />
      </section>
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-4">
          {home.live && <NextPayment home={home} />}
          {home.lines.length > 0 && <PaymentSchedule home={home} />}
          {home.price && (
            <Panel title={t("pricing.derivation")}>
              <PriceDerivation derivation={home.price.derivation} titleHidden />
            </Panel>
          )}
          <Receipts home={home} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <HomePapers home={home} />
          <Milestones home={home} />
          <HomeFacts home={home} />
          <Contact home={home} />
        </div>
      </div>
    </>
  );
}

/** What the buyer has to do now, if anything. */
function WhatNow({ home }: { home: OwnHome }) {
  const { t, day, moment } = useTexts();
  if (!home.live) {
    const text = home.endedAt ? t("portal.endedText", { at: moment(home.endedAt) }) : "";
    return <Notice tone="info">{`${t("portal.ended")} · ${text}`}</Notice>;
  }
  if (home.payBy) return <Notice tone="warn">{t("portal.payBy", { at: moment(home.payBy) })}</Notice>;
  if (home.holdUntil) return <Notice tone="info">{t("portal.holdUntil", { at: moment(home.holdUntil) })}</Notice>;
  if (home.signBy && home.signBy < home.today) {
    return <Notice tone="warn">{t("portal.signByPast", { day: day(home.signBy) })}</Notice>;
  }
  if (home.signBy) return <Notice tone="info">{t("portal.signBy", { day: day(home.signBy) })}</Notice>;
  return null;
}

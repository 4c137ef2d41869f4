import { Link } from "@remix-run/react";
import { IdCard, TriangleAlert } from "lucide-react";
import { useTexts } from "~/i18n/use-texts";
import { AreaText, MoneyText, PercentText, UnitPriceText } from "~/ui/amounts";
import { KeyValues } from "~/ui/key-values";
import { Panel } from "~/ui/panel";
import type { DealDetail } from "../get-deal.server";

/** The homes of the deal. */
export function UnitPanel({ deal, base }: { deal: DealDetail; base: string }) {
  const { t } = useTexts();
  return (
    <Panel title={t("deals.unitPanel")}>
      {deal.units.map((unit) => (
        <KeyValues
          key={unit.id}
          pairs={[
            { key: t("common.unit"), value: <Link to={`${base}/board?unit=${unit.id}`}>{unit.label}</Link> },
            { key: t("deals.building"), value: unit.building },
            { key: t("deals.layout"), value: unit.layout ?? "—" },
            { key: t("deals.grossArea"), value: <AreaText centiares={unit.gross} /> },
            { key: t("deals.internalArea"), value: <AreaText centiares={unit.internal} /> },
            { key: t("deals.listPrice"), value: unit.listFen === null ? "—" : <MoneyText fen={unit.listFen} /> },
          ]}
        />
      ))}
    </Panel>
  );
}

/** Who buys, masked, and who looks after them. */
export function PartyPanel({ deal, base }: { deal: DealDetail; base: string }) {
  const { t, enumLabel } = useTexts();
  const buyers = deal.buyers.length > 0 ? deal.buyers : [{ ...deal.customer, sharePpm: null }];
  return (
    <Panel title={t("deals.parties")}>
      <ul className="mb-4 flex flex-col gap-2">
        {buyers.map((buyer) => (
          <li key={buyer.name + buyer.phone} className="flex flex-wrap items-baseline gap-x-3">
            <span className="font-medium">{buyer.name}</span>
            <span className="figures text-ink-soft">{buyer.phone ?? "—"}</span>
            {buyer.sharePpm !== null && <PercentText ppm={buyer.sharePpm} />}
            <span className={`inline-flex items-center gap-1 text-xs ${buyer.hasId ? "text-ink-faint" : "text-warn"}`}>
              {buyer.hasId ? <IdCard size={13} aria-hidden /> : <TriangleAlert size={13} aria-hidden />}
              {t(buyer.hasId ? "deals.idKnown" : "deals.idMissing")}
            </span>
          </li>
        ))}
      </ul>
      <KeyValues
        pairs={[
          {
            key: t("deals.customer"),
            value: <Link to={`${base}/customers/${deal.customer.customerId}`}>{deal.customer.name}</Link>,
          },
          { key: t("deals.ownership"), value: enumLabel("ownershipForm", deal.ownershipForm) },
          { key: t("deals.consultant"), value: deal.consultant },
          ...(deal.subscription
            ? [{ key: t("deals.eligibility"), value: deal.subscription.eligibilityNote || "—" }]
            : []),
        ]}
      />
    </Panel>
  );
}

/** Numbers, dates and hands of the papers. */
export function PaperPanel({ deal }: { deal: DealDetail }) {
  const { t, enumLabel, day, moment } = useTexts();
  const { subscription, contract, filing } = deal;
  const hand = (name: string | null, at: Date | null) => (name && at ? `${name} · ${moment(at)}` : "—");
  const pairs = [
    ...(subscription
      ? [
          { key: t("deals.subscriptionNo"), value: <span className="figures">{subscription.number}</span> },
          { key: t("pricing.plan"), value: subscription.planName },
          { key: t("deals.draftedBy"), value: hand(subscription.draftedBy, subscription.draftedAt) },
          { key: t("deals.confirmedBy"), value: hand(subscription.confirmedBy, subscription.confirmedAt) },
          { key: t("deals.signedBy"), value: hand(subscription.signedBy, subscription.signedAt) },
        ]
      : []),
    ...(contract
      ? [
          { key: t("deals.contractNo"), value: <span className="figures">{contract.number}</span> },
          { key: t("deals.signedOn"), value: contract.signedOn ? day(contract.signedOn) : "—" },
          { key: t("deals.areaBasis"), value: enumLabel("areaBasis", contract.areaBasis) },
          {
            key: t("deals.unitPrice"),
            value: contract.unitCentifen === null ? "—" : <UnitPriceText centifen={contract.unitCentifen} />,
          },
        ]
      : []),
    ...(filing?.number ? [{ key: t("deals.filingNo"), value: <span className="figures">{filing.number}</span> }] : []),
    ...(filing?.recordNumber
      ? [{ key: t("deals.recordNo"), value: <span className="figures">{filing.recordNumber}</span> }]
      : []),
  ];
  if (pairs.length === 0) return null;
  return (
    <Panel title={t("deals.documents")}>
      <KeyValues pairs={pairs} />
    </Panel>
  );
}

import type { ReactNode } from "react";
import { ID_KINDS } from "~/domain/id-kind";
import { useTexts } from "~/i18n/use-texts";
import { DateText, MomentText } from "~/ui/date-text";
import { KeyValues } from "~/ui/key-values";
import { Notice } from "~/ui/notice";
import { Panel } from "~/ui/panel";
import { StatusBadge } from "~/ui/status-badge";
import type { CustomerView } from "../get-customer.server";
import { rangeLabel, roundWan } from "./need-labels";

/** Masked numbers, whose customer it is and until when, whether the buyer's papers are complete; what to do below. */
export function ContactPanel({ customer, children }: { customer: CustomerView; children: ReactNode }) {
  const { t, enumLabel, refusal } = useTexts();
  const idKind = ID_KINDS.find((kind) => kind === customer.idKind);
  const phones = customer.phones.map(({ masked }) => masked).join("，") || t("customers.noPhone");
  const owner = customer.owner?.name ?? t("customers.ownerNone");
  return (
    <Panel
      title={t("customers.contactFacts")}
      actions={
        <StatusBadge tone={customer.buyerComplete ? "good" : "neutral"}>
          {t(customer.buyerComplete ? "customers.buyerComplete" : "customers.buyerIncomplete")}
        </StatusBadge>
      }
    >
      {customer.idUnreadable && <Notice tone="warn">{refusal(customer.idUnreadable)}</Notice>}
      <KeyValues
        pairs={[
          { key: t("customers.phone"), value: <span className="figures">{phones}</span> },
          {
            key: idKind ? enumLabel("idKind", idKind) : t("customers.idNumber"),
            value: (
              <span className="figures">
                {customer.idUnreadable ? t("customers.idUnreadable") : (customer.idNumber ?? t("customers.noIdNumber"))}
              </span>
            ),
          },
          { key: t("customers.owner"), value: owner },
          ...(customer.ownedUntil
            ? [{ key: t("customers.protectedUntil"), value: <MomentText at={customer.ownedUntil} /> }]
            : []),
          ...(customer.birthday ? [{ key: t("customers.birthday"), value: <DateText day={customer.birthday} /> }] : []),
          ...(customer.address ? [{ key: t("customers.address"), value: customer.address, long: true }] : []),
        ]}
      />
      {children}
    </Panel>
  );
}

/** What the customer looks for, as far as it is known. */
export function NeedsPanel({ customer }: { customer: CustomerView }) {
  const texts = useTexts();
  const { t, enumLabel, wan, area } = texts;
  const { needs } = customer;
  const money = { min: needs.budgetMin, max: needs.budgetMax };
  const size = { min: needs.areaMin, max: needs.areaMax };
  const first = needs.firstHome === null ? "" : t(needs.firstHome ? "customers.firstHomeYes" : "customers.firstHomeNo");
  const all = [
    { key: t("customers.purpose"), value: needs.purpose && enumLabel("customerPurpose", needs.purpose) },
    { key: t("customers.firstHome"), value: first },
    { key: t("customers.budget"), value: rangeLabel(texts, money, roundWan(wan)) },
    {
      key: t("customers.areaWanted"),
      value: rangeLabel(texts, size, (value) => area(value).replace(/\.00(?=\D)/, "")),
    },
    { key: t("customers.layout"), value: needs.layout && enumLabel("customerLayout", needs.layout) },
    { key: t("customers.floor"), value: needs.floor },
    { key: t("customers.district"), value: needs.district },
    { key: t("customers.note"), value: customer.note && <span className="whitespace-pre-wrap">{customer.note}</span> },
  ];
  const known = all.filter(({ value }) => value);
  return (
    <Panel title={t("customers.needs")}>
      {known.length === 0 ? <p className="text-ink-soft">{t("customers.noNeeds")}</p> : <KeyValues pairs={known} />}
    </Panel>
  );
}

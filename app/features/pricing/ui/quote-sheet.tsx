import { useTexts } from "~/i18n/use-texts";
import { MoneyText, UnitPriceText } from "~/ui/amounts";
import { KeyValues } from "~/ui/key-values";
import { Notice } from "~/ui/notice";
import { Panel } from "~/ui/panel";
import { PlannedSchedule } from "~/ui/planned-schedule";
import { PriceDerivation } from "~/ui/price-derivation";
import { RefusalNote } from "~/ui/refusal-note";
import type { Quote } from "../quote-unit.server";
import { CostsPanel } from "./costs-panel";

/** The quotation itself: price with every step, instalments, loan, taxes and fees. */
export function QuoteSheet({ quote }: { quote: Quote }) {
  const { t, moment } = useTexts();
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <RefusalNote refusal={quote.refusal} />
      <PricePanel quote={quote} />
      <InstalmentPanel quote={quote} />
      <LoanPanel quote={quote} />
      <CostsPanel quote={quote} />
      <p className="text-xs text-ink-faint">
        {t("pricing.byQuoter", { name: quote.by, at: moment(quote.at) })} · {t("pricing.validNote")}
      </p>
    </div>
  );
}

function PricePanel({ quote }: { quote: Quote }) {
  const { t, enumLabel, money, percent } = useTexts();
  const { price } = quote;
  if (!price) return null;
  const [first, second] = price.approvers;
  return (
    <Panel
      title={t("pricing.dealPrice")}
      actions={
        <span className="figures text-2xl font-semibold" aria-live="polite">
          <MoneyText fen={price.dealPrice} />
        </span>
      }
    >
      <div className="flex flex-col gap-4">
        <PriceDerivation derivation={price.derivation} />
        {price.saved > 0 && (
          <p className="text-sm text-good">
            {t("pricing.savings", { amount: money(price.saved), rate: percent(price.savedRate) })}
          </p>
        )}
        <KeyValues
          pairs={[
            { key: t("pricing.unitPriceGross"), value: <UnitPriceText centifen={price.perGross} /> },
            ...(price.perInternal === null
              ? []
              : [{ key: t("pricing.unitPriceInternal"), value: <UnitPriceText centifen={price.perInternal} /> }]),
            { key: t("common.earnest"), value: <MoneyText fen={price.earnest} /> },
          ]}
        />
        {price.skipped.length > 0 && (
          <div className="text-sm">
            <p className="font-medium text-ink-soft">{t("pricing.notCounted")}</p>
            <ul className="list-disc pl-5">
              {price.skipped.map(({ name, scheme, because }) => (
                <li key={scheme + name}>
                  {name}: {because.map((one) => enumLabel("conditionKind", one)).join(" · ")}
                </li>
              ))}
            </ul>
          </div>
        )}
        <div data-no-print>
          {first ? (
            <Notice tone="warn">
              {second
                ? t("pricing.needsApprovals", { first: enumLabel("role", first), second: enumLabel("role", second) })
                : t("pricing.needsApproval", { role: enumLabel("role", first) })}
            </Notice>
          ) : (
            price.depth > 0 && <Notice tone="good">{t("pricing.withinAuthority")}</Notice>
          )}
        </div>
      </div>
    </Panel>
  );
}

function InstalmentPanel({ quote: { price, planName } }: { quote: Quote }) {
  const { t } = useTexts();
  if (!price) return null;
  if (price.schedule.length === 0) return <Notice>{t("pricing.noPlanYet")}</Notice>;
  const plan = planName ? { plan: planName } : {};
  return <PlannedSchedule title={t("pricing.schedule")} lines={price.schedule} total={price.dealPrice} {...plan} />;
}

function LoanPanel({ quote }: { quote: Quote }) {
  const { t } = useTexts();
  const { loan, price } = quote;
  if (!loan || !price) return null;
  const even = loan.decrease === 0;
  return (
    <Panel title={t("pricing.loan")}>
      <div className="flex flex-col gap-3">
        <KeyValues
          pairs={[
            { key: t("pricing.loanAmount"), value: <MoneyText fen={loan.principal} /> },
            { key: t("pricing.down"), value: <MoneyText fen={price.dealPrice - loan.principal} /> },
            ...(even
              ? [
                  {
                    key: t("pricing.monthly"),
                    value: (
                      <strong className="text-lg">
                        <MoneyText fen={loan.first} />
                      </strong>
                    ),
                  },
                ]
              : [
                  { key: t("pricing.firstMonth"), value: <MoneyText fen={loan.first} /> },
                  { key: t("pricing.lastMonth"), value: <MoneyText fen={loan.last} /> },
                ]),
            { key: t("pricing.interest"), value: <MoneyText fen={loan.interest} /> },
            { key: t("pricing.repaidTotal"), value: <MoneyText fen={loan.principal + loan.interest} /> },
          ]}
        />
        {!even && <p className="text-sm text-ink-soft">{t("pricing.decrease", { amount: loan.decrease })}</p>}
        <p className="text-xs text-ink-faint">{t("pricing.loanNote")}</p>
      </div>
    </Panel>
  );
}

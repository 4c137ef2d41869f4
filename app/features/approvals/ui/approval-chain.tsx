import { CircleCheck, CircleDashed, CircleX } from "lucide-react";
import { useTexts } from "~/i18n/use-texts";
import { MomentText } from "~/ui/date-text";
import type { ApprovalView } from "../list-approvals.server";

type Decision = ApprovalView["decisions"][number];

/** Who must say yes, in order, and what each has said. */
export function ApprovalChain({ chain, decisions, step, status }: ApprovalView) {
  const { t, enumLabel } = useTexts();
  return (
    <ol className="flex flex-col gap-3">
      {chain.map((role, at) => {
        const decision = decisions.find((one) => one.step === at);
        const awaited = status === "PENDING" && at === step;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a role may stand twice; its place in the chain is its name
          <li key={`${role}-${at}`} className="flex gap-2.5">
            <ChainIcon decision={decision} />
            <div className="min-w-0">
              <p className="font-medium">{t("approvals.step", { step: at + 1, role: enumLabel("role", role) })}</p>
              {decision ? (
                <Said {...decision} />
              ) : (
                <p className="text-sm text-ink-soft">{t(awaited ? "approvals.waiting" : "approvals.later")}</p>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function ChainIcon({ decision }: { decision: Decision | undefined }) {
  const Icon = decision ? (decision.yes ? CircleCheck : CircleX) : CircleDashed;
  const colour = decision ? (decision.yes ? "text-good" : "text-danger") : "text-ink-faint";
  return <Icon size={18} aria-hidden className={`mt-0.5 shrink-0 ${colour}`} />;
}

function Said({ by, inPlaceOf, yes, reason, at }: Decision) {
  const { t } = useTexts();
  return (
    <>
      <p className="text-sm text-ink-soft">
        {inPlaceOf
          ? t(yes ? "approvals.saidYesFor" : "approvals.saidNoFor", { by, name: inPlaceOf })
          : t(yes ? "approvals.saidYes" : "approvals.saidNo", { by })}{" "}
        · <MomentText at={at} />
      </p>
      {reason && <p className="mt-0.5 text-sm break-words">“{reason}”</p>}
    </>
  );
}

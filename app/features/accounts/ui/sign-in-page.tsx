import { useSearchParams } from "@remix-run/react";
import { useTexts } from "~/i18n/use-texts";
import { BoardPicture } from "~/ui/board-picture";
import { Notice } from "~/ui/notice";
import { PublicFrame } from "~/ui/public-frame";
import { Tabs } from "~/ui/tabs";
import { CodeForm } from "./code-form";
import { type Demo, DemoDoors } from "./demo-doors";
import { PasswordForm } from "./password-form";
import type { SignInResult } from "./sign-in-result";

type SignInPageProps = { next: string | null; buyer: boolean; demo: Demo | null; result: SignInResult | null };

/** The two doors of the house, and in the demo a door for every post. */
export function SignInPage({ next, buyer, demo, result }: SignInPageProps) {
  const { t } = useTexts();
  const [query] = useSearchParams();
  const asked = query.get("door");
  const asBuyer = result ? result.door !== "password" : asked ? asked === "buyer" : buyer;
  const doors = [
    { id: "staff", label: t("accounts.staffDoor") },
    { id: "buyer", label: t("accounts.buyerDoor") },
  ];
  return (
    <PublicFrame signIn={false}>
      <div className="mx-auto grid w-full max-w-6xl flex-1 content-center items-start gap-8 px-4 pt-2 pb-10 sm:px-6 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)] lg:gap-14">
        <div className="card flex flex-col gap-4 p-5 sm:p-7">
          <h1 className="text-2xl">{t("accounts.signInTitle")}</h1>
          <Tabs tabs={doors} current={asBuyer ? "buyer" : "staff"} label={t("accounts.doors")} name="door" />
          {next && <Notice>{t("accounts.comeBack")}</Notice>}
          {asBuyer ? <CodeForm next={next} result={result} /> : <PasswordForm next={next} result={result} />}
          {asBuyer && demo && <p className="text-sm text-ink-soft">{t("accounts.demoBuyer", { phone: demo.phone })}</p>}
        </div>
        {demo ? <DemoDoors demo={demo} next={next} /> : <Aside />}
      </div>
    </PublicFrame>
  );
}

function Aside() {
  return (
    <div className="flex flex-col gap-4 max-lg:hidden">
      <BoardPicture />
      <p className="text-ink-soft">{useTexts().t("accounts.aside")}</p>
    </div>
  );
}

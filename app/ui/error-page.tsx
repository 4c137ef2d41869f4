import { isRouteErrorResponse, Link, useRouteError, useRouteLoaderData } from "@remix-run/react";
import { DatabaseZap, FileQuestion, KeyRound, Lock, type LucideIcon, ServerCrash, Unplug } from "lucide-react";
import { useEffect } from "react";
import type { Refusal } from "~/domain/refusal";
import type { TextKey } from "~/i18n/catalogue";
import { useTexts } from "~/i18n/use-texts";
import { buttonClass } from "./button";
import { Mark } from "./mark";

type Words = { icon: LucideIcon; title: TextKey; text: TextKey };

const FAILED: Words = { icon: ServerCrash, title: "frame.failedTitle", text: "frame.failedText" };
/** The database is away, full or crowded: nothing is wrong with what was asked. */
const AWAY: Words = { icon: DatabaseZap, title: "frame.unavailableTitle", text: "frame.failedText" };
const WORDS: Readonly<Record<number, Words>> = {
  403: { icon: Lock, title: "frame.forbiddenTitle", text: "frame.forbiddenText" },
  404: { icon: FileQuestion, title: "frame.notFoundTitle", text: "frame.notFoundText" },
  503: { icon: KeyRound, title: "frame.unreadableTitle", text: "frame.failedText" },
};

/** How browsers say that a request never got an answer. */
const UNREACHED = /failed to fetch|networkerror|load failed/i;
const ASK_AGAIN_MS = 3_000;

/** For error boundaries: says what kind of "no" this is, why if a refusal came along, and nothing of what went wrong inside. */
export function ErrorPage() {
  return (
    <main className="mx-auto flex min-h-[70dvh] max-w-md flex-col justify-center p-6">
      <ErrorNote />
    </main>
  );
}

/** The same inside a frame that has its own `<main>`. */
export function ErrorNote() {
  const error = useRouteError();
  const root = useRouteLoaderData<{ requestId: string }>("root");
  const { t, refusal } = useTexts();
  if (error instanceof TypeError && UNREACHED.test(error.message)) return <Unreached />;
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const why = isRouteErrorResponse(error) ? (error.data as { refusal?: Refusal } | null)?.refusal : undefined;
  const away = why?.code.startsWith("database_") ?? false;
  const { icon: Icon, title, text } = away ? AWAY : (WORDS[status] ?? FAILED);
  return (
    <div className="flex max-w-md flex-col gap-4">
      <span className="flex items-center gap-3 text-ink-faint">
        <Mark size={28} />
        <Icon size={28} aria-hidden />
        <span className="figures text-xl font-semibold">{status}</span>
      </span>
      <h1 className="text-2xl">{t(title)}</h1>
      <p className="text-lg text-ink-soft">{why ? refusal(why) : t(text)}</p>
      {status >= 500 && root && (
        <p className="text-sm text-ink-faint">
          {t("frame.requestId")} <code>{root.requestId}</code>
        </p>
      )}
      <p className="flex flex-wrap gap-3">
        {away && (
          <Link to="" className={buttonClass({ variant: "primary" })} reloadDocument>
            {t("frame.tryAgain")}
          </Link>
        )}
        <Link to="/" className={buttonClass({ variant: away ? "quiet" : "primary" })} reloadDocument>
          {t("frame.goHome")}
        </Link>
      </p>
    </div>
  );
}

/** The line is cut, not the work: the page comes back by itself, and a form that was under way with what was typed. */
function Unreached() {
  const { t } = useTexts();
  useEffect(() => {
    const comeBack = async () => {
      const answer = await fetch("/readyz", { cache: "no-store" }).catch(() => null);
      if (answer?.ok) location.reload();
    };
    const timer = setInterval(comeBack, ASK_AGAIN_MS);
    window.addEventListener("online", comeBack);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", comeBack);
    };
  }, []);
  return (
    <div role="alert" className="flex max-w-md flex-col gap-4">
      <span className="flex items-center gap-3 text-ink-faint">
        <Mark size={28} />
        <Unplug size={28} aria-hidden />
      </span>
      <h1 className="text-2xl">{t("frame.unreachedTitle")}</h1>
      <p className="text-lg text-ink-soft">{t("frame.unreachedText")}</p>
    </div>
  );
}

import { Link } from "@remix-run/react";
import { Fingerprint, KeyRound, type LucideIcon, Scale } from "lucide-react";
import type { TextKey } from "~/i18n/catalogue";
import { useTexts } from "~/i18n/use-texts";
import { BoardPicture } from "~/ui/board-picture";
import { buttonClass } from "~/ui/button";
import type { PageHandle } from "~/ui/page-title";
import { PublicFrame } from "~/ui/public-frame";

export const handle: PageHandle = { title: ({ t }) => t("landing.title") };

/** Nothing to ask; a page without data would have no title. */
export function loader() {
  return null;
}

const PILLARS: readonly { icon: LucideIcon; title: TextKey; text: TextKey }[] = [
  { icon: Fingerprint, title: "landing.oneUnitTitle", text: "landing.oneUnitText" },
  { icon: Scale, title: "landing.exactTitle", text: "landing.exactText" },
  { icon: KeyRound, title: "landing.openTitle", text: "landing.openText" },
];

const WINGS: readonly { title: TextKey; text: TextKey }[] = [
  { title: "frame.onsite", text: "landing.onsiteText" },
  { title: "frame.management", text: "landing.managementText" },
  { title: "frame.portal", text: "landing.portalText" },
  { title: "frame.system", text: "landing.systemText" },
];

export default function Landing() {
  return (
    <PublicFrame>
      <Hero />
      <Pillars />
      <Wings />
    </PublicFrame>
  );
}

function Hero() {
  const { t } = useTexts();
  return (
    <section className="mx-auto grid w-full max-w-6xl items-center gap-8 px-4 py-8 sm:px-6 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)] lg:gap-12 lg:py-14">
      <div className="flex flex-col gap-5">
        <h1 className="text-3xl font-bold tracking-tight whitespace-pre-line sm:text-4xl lg:text-3xl xl:text-4xl">
          {t("landing.headline")}
        </h1>
        <p className="max-w-prose text-lg text-ink-soft">{t("landing.lead")}</p>
        <div className="flex flex-wrap gap-3">
          <Link to="/sign-in" className={`${buttonClass({ variant: "primary" })} min-h-11 px-5 text-lg`}>
            {t("landing.enter")}
          </Link>
          <Link to="/sign-in?door=buyer" className={`${buttonClass({ variant: "plain" })} min-h-11 px-5 text-lg`}>
            {t("landing.buyerEntry")}
          </Link>
        </div>
      </div>
      <BoardPicture />
    </section>
  );
}

function Pillars() {
  const { t } = useTexts();
  return (
    <section aria-label={t("landing.pillarsTitle")} className="border-y border-line bg-surface">
      <ul className="mx-auto grid w-full max-w-6xl gap-6 px-4 py-8 sm:px-6 md:grid-cols-3 md:gap-10">
        {PILLARS.map(({ icon: Icon, title, text }) => (
          <li key={title} className="flex gap-3">
            <Icon size={22} strokeWidth={1.75} aria-hidden className="mt-0.5 shrink-0 text-seal" />
            <div>
              <h2 className="text-lg">{t(title)}</h2>
              <p className="mt-1 text-ink-soft">{t(text)}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Wings() {
  const { t } = useTexts();
  return (
    <section className="mx-auto w-full max-w-6xl px-4 py-8 sm:px-6 lg:py-12">
      <h2 className="text-xl">{t("landing.wingsTitle")}</h2>
      <dl className="mt-4 grid gap-x-10 sm:grid-cols-2">
        {WINGS.map(({ title, text }) => (
          <div key={title} className="flex gap-4 border-t border-line py-3">
            <dt className="w-24 shrink-0 font-semibold">{t(title)}</dt>
            <dd className="text-ink-soft">{t(text)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

import type { TextKey } from "~/i18n/catalogue";
import { useTexts } from "~/i18n/use-texts";
import { Notice } from "~/ui/notice";

const LABELS = {
  name: "customers.name",
  grade: "customers.grade",
  stage: "customers.stage",
  source: "customers.sourceShort",
  purpose: "customers.purpose",
  firstHome: "customers.firstHome",
  budgetMin: "customers.budget",
  budgetMax: "customers.budget",
  areaMin: "customers.areaWanted",
  areaMax: "customers.areaWanted",
  layout: "customers.layout",
  floor: "customers.floor",
  district: "customers.district",
  note: "customers.note",
} as const satisfies Record<string, TextKey>;

type Values = Readonly<Record<string, unknown>>;

/** What somebody else saved in the meantime, beside what was typed here. */
export function StaleNote({ latest, typed }: { latest: Values; typed: Values }) {
  const { t } = useTexts();
  const words = (value: unknown) => (typeof value === "string" && value !== "" ? value : "—");
  const differing = (Object.keys(LABELS) as (keyof typeof LABELS)[]).filter(
    (name) => words(latest[name]) !== words(typed[name]),
  );
  if (differing.length === 0) return null;
  return (
    <Notice tone="warn">
      <p className="mb-1.5">{t("customers.stale")}</p>
      <table className="w-full text-sm">
        <thead>
          <tr className="text-left">
            <th scope="col">{t("customers.staleField")}</th>
            <th scope="col">{t("customers.staleNow")}</th>
            <th scope="col">{t("customers.staleYours")}</th>
          </tr>
        </thead>
        <tbody>
          {differing.map((name) => (
            <tr key={name} className="align-top">
              <th scope="row" className="pr-3 text-left font-normal whitespace-nowrap">
                {t(LABELS[name])}
              </th>
              <td className="pr-3 break-words">{words(latest[name])}</td>
              <td className="break-words">{words(typed[name])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Notice>
  );
}

import { SALE_STATES, type SaleState } from "~/domain/unit-state";
import { useTexts } from "~/i18n/use-texts";
import { SaleStateBadge, saleStateClass } from "./sale-state-badge";

const STATE_OF: Readonly<Record<string, SaleState>> = {
  u: "UNRELEASED",
  w: "WITHHELD",
  a: "AVAILABLE",
  q: "QUEUED",
  h: "HELD",
  r: "RESERVED",
  c: "CONTRACTED",
  f: "FILED",
  d: "DELIVERED",
};

/** Three imagined buildings, floor by floor from the top; one letter a unit. */
const BUILDINGS = [
  {
    name: "1",
    floors: ["ffdf", "dfff", "fcdf", "ffcf", "cffd", "fcfc", "dfff", "ccff", "fdfc", "ffcd", "fcff", "dffc"],
  },
  { name: "2", floors: ["acra", "haca", "caqr", "rcah", "cacc", "qcra", "ccac", "racc", "chca", "accr"] },
  { name: "3", floors: ["uuuuu", "uuuuu", "aawaq", "aqaha", "wahra", "araca", "qahwa", "aacar"] },
];

/** The product's signature picture: what an inventory board looks like, with its legend. Decoration with a caption. */
export function BoardPicture() {
  const { t } = useTexts();
  return (
    <figure className="card flex flex-col gap-4 p-4 shadow-floating sm:p-5">
      <div aria-hidden className="flex items-end gap-3 sm:gap-5">
        {BUILDINGS.map(({ name, floors }) => (
          <Building key={name} name={name} floors={floors} />
        ))}
      </div>
      <ul className="grid grid-cols-3 gap-x-4 gap-y-1.5 border-t border-line pt-3 text-xs sm:grid-cols-5">
        {SALE_STATES.map((state) => (
          <li key={state}>
            <SaleStateBadge state={state} />
          </li>
        ))}
      </ul>
      <figcaption className="text-xs text-ink-faint">{t("landing.boardCaption")}</figcaption>
    </figure>
  );
}

function Building({ name, floors }: { name: string; floors: readonly string[] }) {
  const { t, enumLabel } = useTexts();
  const cells = floors.flatMap((floor, level) =>
    [...floor].map((letter, door) => ({ letter, id: `${level}-${door}` })),
  );
  const doors = floors[0]?.length ?? 1;
  return (
    <div className="min-w-0" style={{ flexGrow: doors, flexBasis: 0 }}>
      <div className="grid gap-[3px]" style={{ gridTemplateColumns: `repeat(${doors}, minmax(0, 1fr))` }}>
        {cells.map(({ letter, id }) => {
          const state = STATE_OF[letter] ?? "AVAILABLE";
          return (
            <span
              key={id}
              className={`${saleStateClass(state)} grid h-5 place-items-center rounded-[2px] text-2xs leading-none font-semibold sm:h-6`}
            >
              {enumLabel("saleStateSign", state)}
            </span>
          );
        })}
      </div>
      <div className="mt-1 border-t-2 border-ink pt-1 text-center text-xs text-ink-soft">
        {t("landing.building", { name })}
      </div>
    </div>
  );
}

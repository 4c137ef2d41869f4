import { NavLink } from "@remix-run/react";
import type { NavEntry, NavGroup } from "./nav";

/** The places of a wing, in groups; on the dark rail. */
export function NavList({ groups }: { groups: readonly NavGroup[] }) {
  return groups.map(({ label, entries }) => (
    <div key={label ?? entries[0]?.to} className="mb-4">
      {label && <p className="px-3 pb-1 text-xs text-rail-soft">{label}</p>}
      <ul className="flex flex-col gap-px">
        {entries.map((entry) => (
          <li key={entry.to}>
            <Place {...entry} />
          </li>
        ))}
      </ul>
    </div>
  ));
}

function Place({ to, label, icon: Icon, end = false, count }: NavEntry) {
  return (
    <NavLink
      to={to}
      end={end}
      prefetch="intent"
      className="flex min-h-9 items-center gap-2.5 rounded-md px-3 text-rail-soft no-underline outline-offset-[-2px] hover:bg-white/8 hover:text-rail-ink aria-[current=page]:bg-white/12 aria-[current=page]:font-semibold aria-[current=page]:text-rail-ink max-lg:min-h-11"
    >
      <Icon size={17} strokeWidth={1.75} aria-hidden className="shrink-0" />
      <span className="min-w-0 flex-1 py-1 leading-tight">{label}</span>
      {count !== undefined && count > 0 && (
        <span className="figures rounded-full bg-seal px-1.5 text-xs leading-4.5 font-semibold text-seal-ink">
          {count}
        </span>
      )}
    </NavLink>
  );
}

import { Link } from "@remix-run/react";
import { Building2, Check, ChevronsUpDown } from "lucide-react";
import { useId } from "react";
import { useTexts } from "~/i18n/use-texts";
import { Menu } from "./menu";

export type ProjectSwitcherProps = {
  current: { id: string; name: string };
  /** Every project this person may enter, with its address in this wing. */
  projects: readonly { id: string; name: string; to: string }[];
};

/** Which project the page is about, and the way to another. One project only: its name. */
export function ProjectSwitcher({ current, projects }: ProjectSwitcherProps) {
  const { t } = useTexts();
  const id = useId();
  const several = projects.length > 1;
  const name = (
    <>
      <Building2 size={16} aria-hidden className="shrink-0" />
      <span className="min-w-0 flex-1 truncate text-left font-medium">{current.name}</span>
    </>
  );
  if (!several) return <p className="flex items-center gap-2 px-4 py-2 lg:border-y lg:border-rail-line">{name}</p>;
  return (
    <div className="lg:border-y lg:border-rail-line lg:px-2 lg:py-1.5">
      <button
        type="button"
        popovertarget={id}
        title={t("frame.switchProject")}
        className="flex min-h-10 w-full items-center gap-2 rounded-md px-2 hover:bg-white/8"
      >
        {name}
        <ChevronsUpDown size={14} aria-hidden className="shrink-0 opacity-70" />
      </button>
      <Menu id={id} label={t("frame.switchProject")} side="left">
        {projects.map((project) => (
          <Link
            key={project.id}
            to={project.to}
            className="flex min-h-10 items-center gap-2 rounded-md px-2.5 no-underline hover:bg-sunken"
          >
            <span className="flex-1">{project.name}</span>
            {project.id === current.id && <Check size={16} aria-hidden className="text-accent" />}
          </Link>
        ))}
      </Menu>
    </div>
  );
}

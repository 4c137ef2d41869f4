import { Form, Link, useLocation, useSearchParams, useSubmit } from "@remix-run/react";
import { Search, X } from "lucide-react";
import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { useTexts } from "~/i18n/use-texts";
import { Button, buttonClass } from "./button";
import { INPUT } from "./field-frame";

const TYPING_PAUSE_MS = 250;
const BAR = "flex flex-wrap items-end gap-2 max-sm:grid max-sm:grid-cols-2";

type FilterBarProps = {
  /** Label and placeholder of the search box; without it there is none. */
  search?: string;
  /** Selects and inputs by their names in the address; see `FilterSelect`. */
  children?: ReactNode;
};

/** Filters kept in the address: a plain GET form; with JavaScript it answers as one types or chooses. */
export function FilterBar({ search, children }: FilterBarProps) {
  const { t } = useTexts();
  const [query] = useSearchParams();
  const { pathname, search: address } = useLocation();
  const submit = useSubmit();
  const pause = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(pause.current), []);
  const answer = (event: FormEvent<HTMLFormElement>) => {
    const form = event.currentTarget;
    const typing = event.target instanceof HTMLInputElement && event.target.type === "search";
    clearTimeout(pause.current);
    pause.current = setTimeout(
      () => submit(form, { replace: true, preventScrollReset: true }),
      typing ? TYPING_PAUSE_MS : 0,
    );
  };
  const kept = (["sort", "tab"] as const).flatMap((name) => query.getAll(name).map((value) => ({ name, value })));
  return (
    <Form method="get" role="search" onChange={answer} data-no-print className={BAR}>
      {kept.map(({ name, value }) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {search && (
        <label className="relative min-w-48 flex-1 max-sm:col-span-2 sm:max-w-80">
          <span className="sr-only">{search}</span>
          <Search size={16} aria-hidden className="absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-faint" />
          <input
            type="search"
            name="q"
            defaultValue={query.get("q") ?? ""}
            placeholder={search}
            className={`${INPUT} pl-8`}
          />
        </label>
      )}
      {children}
      <noscript>
        <Button>{t("common.apply")}</Button>
      </noscript>
      {address && (
        <Link to={pathname} className={`${buttonClass({ variant: "quiet" })} max-sm:justify-self-start`} reloadDocument>
          <X size={16} aria-hidden />
          {t("common.clear")}
        </Link>
      )}
    </Form>
  );
}

type FilterSelectProps = {
  name: string;
  label: string;
  options: readonly { value: string; label: string }[];
  /** What the empty choice means where it is not "all". */
  all?: string;
};

/** One filter of a FilterBar: a choice, empty for all. */
export function FilterSelect({ name, label, options, all }: FilterSelectProps) {
  const { t } = useTexts();
  const [query] = useSearchParams();
  return (
    <label className="flex flex-col gap-0.5">
      <span className="text-xs text-ink-faint">{label}</span>
      <select name={name} defaultValue={query.get(name) ?? ""} className={INPUT}>
        <option value="">{all ?? t("common.all")}</option>
        {options.map(({ value, label: word }) => (
          <option key={value} value={value}>
            {word}
          </option>
        ))}
      </select>
    </label>
  );
}

/** One filter of a FilterBar: a whole number, empty for all. */
export function FilterNumber({ name, label }: { name: string; label: string }) {
  const [query] = useSearchParams();
  return (
    <label className="flex w-24 flex-col gap-0.5 max-sm:w-auto">
      <span className="text-xs text-ink-faint">{label}</span>
      <input type="number" step={1} name={name} defaultValue={query.get(name) ?? ""} className={INPUT} />
    </label>
  );
}

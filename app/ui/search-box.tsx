import { Form, Link, useNavigate } from "@remix-run/react";
import { Search } from "lucide-react";
import { type FormEvent, useEffect, useRef } from "react";
import { useTexts } from "~/i18n/use-texts";
import { INPUT } from "./field-frame";

/** The box over every page of a project: customer, unit, deal, receipt. `/` goes to it from anywhere. */
export function SearchBox({ action }: { action: string }) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const go = (event: KeyboardEvent) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      box.current?.focus();
      box.current?.select();
    };
    document.addEventListener("keydown", go);
    return () => document.removeEventListener("keydown", go);
  }, []);
  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const query = box.current?.value.trim();
    if (query) navigate(`${action}?${new URLSearchParams({ q: query })}`);
  };
  return (
    <>
      <Link
        to={action}
        aria-label={t("frame.search")}
        className="grid size-11 place-items-center rounded-md text-ink-soft sm:hidden"
      >
        <Search size={20} aria-hidden />
      </Link>
      <Form
        method="get"
        action={action}
        role="search"
        onSubmit={search}
        className="relative hidden min-w-0 flex-1 sm:block sm:max-w-80"
      >
        <label>
          <span className="sr-only">{t("frame.search")}</span>
          <Search
            size={16}
            aria-hidden
            className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-faint"
          />
          <input
            ref={box}
            type="search"
            name="q"
            placeholder={t("frame.searchPlaceholder")}
            aria-keyshortcuts="/"
            className={`${INPUT} pr-8 pl-8`}
          />
          <kbd
            aria-hidden
            className="pointer-events-none absolute top-1/2 right-2 hidden -translate-y-1/2 rounded-sm border border-line px-1 text-xs text-ink-faint sm:block"
          >
            /
          </kbd>
        </label>
      </Form>
    </>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

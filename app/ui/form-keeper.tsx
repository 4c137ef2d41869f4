import { useLocation, useMatches } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { useTexts } from "~/i18n/use-texts";
import { type KeptForm, keepForm } from "./kept-form";
import { Notice } from "./notice";

const STORE = "kept-form";
const DOOR = "/sign-in";
/** Forms on the way: they leave what is kept as it is. */
const ON_THE_WAY = /\/(sign-in|preferences)(\?|$)/;
/** The name of conform's own questions. */
const INTENT = "__intent__";
const WAY_OUT = /\/sign-out(\?|$)/;

/**
 * Keeps what was typed when a session ends in the middle of a form. Every form that is sent is noted in this tab; when
 * the answer is the door, the note outlives the signing in and fills the form again for the same person. Any other
 * answer ends it. Passwords, files and hidden fields are never noted.
 */
export function FormKeeper() {
  const { pathname, search } = useLocation();
  const { t } = useTexts();
  const user = useUserId();
  const [restored, setRestored] = useState<string | null>(null);
  const here = useRef("");
  here.current = pathname + search;

  useEffect(() => {
    const note = ({ target, submitter }: SubmitEvent) => {
      if (!(target instanceof HTMLFormElement) || target.method !== "post") return;
      // A form that only checks an entry asks itself in the manner of one that is sent.
      if ((submitter as HTMLButtonElement | null)?.name === INTENT) return;
      if (ON_THE_WAY.test(target.action)) return;
      if (WAY_OUT.test(target.action)) return write(null);
      write({ ...keepForm(target), path: here.current, user });
    };
    document.addEventListener("submit", note, { capture: true });
    return () => document.removeEventListener("submit", note, { capture: true });
  }, [user]);

  useEffect(() => {
    if (pathname === DOOR) return;
    const kept = read();
    write(null);
    const same = kept !== null && kept.path === pathname + search && kept.user === user;
    if (!same) return;
    void import("./fill-form").then(({ fillForm }) => {
      if (here.current !== kept.path || !fillForm(kept)) return;
      setRestored(kept.path);
      // Fields that came with what was filled in, like those of a line that was added.
      requestAnimationFrame(() => fillForm(kept));
    });
  }, [pathname, search, user]);

  return (
    <div role="status" className="fixed inset-x-4 bottom-20 z-40 mx-auto max-w-lg empty:hidden lg:bottom-6">
      {restored === pathname + search && <Notice tone="good">{t("frame.restored")}</Notice>}
    </div>
  );
}

/** The reader, as the wing's frame knows them. */
function useUserId(): string | null {
  const matches = useMatches();
  const ids = matches.map(({ data }) => (data as Framed | undefined)?.frame?.user?.id);
  return ids.find((id) => typeof id === "string") ?? null;
}

type Framed = { frame?: { user?: { id?: string } } };
type Note = KeptForm & { path: string; user: string | null };

function write(note: Note | null): void {
  try {
    if (note) sessionStorage.setItem(STORE, JSON.stringify(note));
    else sessionStorage.removeItem(STORE);
  } catch {
    // A browser without storage keeps nothing; the form still works.
  }
}

function read(): Note | null {
  try {
    return JSON.parse(sessionStorage.getItem(STORE) ?? "null") as Note | null;
  } catch {
    return null;
  }
}

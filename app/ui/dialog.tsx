import { Link, useNavigate } from "@remix-run/react";
import { X } from "lucide-react";
import { type ReactNode, type SyntheticEvent, useEffect, useId, useRef, useState } from "react";
import { useTexts } from "~/i18n/use-texts";

export type DialogProps = {
  title: ReactNode;
  /** Where closing leads: the same page without what opened the dialog. It works without JavaScript too. */
  closeTo: string;
  children: ReactNode;
};

const BOXES = {
  middle:
    "m-auto max-h-[calc(100dvh-2rem)] w-[min(36rem,calc(100vw-1.5rem))] rounded-xl max-sm:mb-0 max-sm:w-full max-sm:max-w-none max-sm:rounded-b-none",
  wide: "m-auto max-h-[calc(100dvh-2rem)] w-fit max-w-[min(76rem,calc(100vw-1.5rem))] rounded-xl",
  side: "mr-0 ml-auto my-0 h-dvh max-h-dvh w-[min(30rem,100vw)] max-w-none rounded-l-xl max-sm:rounded-none",
};

/** A question on top of the page. It is opened by its address (`?ask=release`), so that back closes it. */
export function Dialog(props: DialogProps) {
  return <Sheet {...props} box="middle" />;
}

/** The same, as wide as what it shows: a table to compare by. */
export function WideDialog(props: DialogProps) {
  return <Sheet {...props} box="wide" />;
}

/** The same on the right edge: details of one thing beside the list it came from; the whole screen on a phone. */
export function Drawer(props: DialogProps) {
  return <Sheet {...props} box="side" />;
}

/**
 * The browser's own modal dialog: it keeps focus inside, closes on Esc and gives focus back. The server sends it open
 * where it stands later too; once alive it becomes modal.
 */
function Sheet({ title, closeTo, children, box }: DialogProps & { box: keyof typeof BOXES }) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  // Read before an entry inside takes the focus for itself.
  const [opener] = useState(() => (typeof document === "undefined" ? null : document.activeElement));
  useEffect(() => {
    const { current } = dialog;
    if (current) raise(current);
    return () => {
      current?.close();
      giveBack(opener);
    };
  }, [opener]);
  const leave = (event: SyntheticEvent) => {
    event.preventDefault();
    navigate(closeTo, { preventScrollReset: true, replace: true });
  };
  return (
    <dialog
      ref={dialog}
      open
      aria-labelledby={titleId}
      onCancel={leave}
      className={`border border-line bg-surface p-0 text-ink shadow-floating ${BOXES[box]}`}
    >
      <div className="flex max-h-[inherit] flex-col">
        <header className="flex items-center justify-between gap-3 border-b border-line py-2 pr-2 pl-4">
          <h2 id={titleId} tabIndex={-1} className="text-lg outline-none">
            {title}
          </h2>
          <Link
            to={closeTo}
            replace
            preventScrollReset
            aria-label={t("common.close")}
            className="grid size-9 place-items-center rounded-md text-ink-soft hover:bg-sunken max-sm:size-11"
          >
            <X size={18} aria-hidden />
          </Link>
        </header>
        <div className="overflow-y-auto p-4">{children}</div>
      </div>
    </dialog>
  );
}

/** The browser gives focus back when a dialog closes, not when it leaves the page with its address. */
function giveBack(opener: Element | null): void {
  if (document.activeElement === document.body && opener instanceof HTMLElement && opener.isConnected) {
    opener.focus({ preventScroll: true });
  }
}

const ENTRIES = "input:not([type=hidden], [readonly], :disabled), select:not(:disabled), textarea:not(:disabled)";

/**
 * Makes it modal. Work begins at the entry where somebody already types, the one that is wrong, the first one, or what
 * the dialog is called; never at the way out. The browser is told beforehand, so that focus does not wander.
 */
function raise(dialog: HTMLDialogElement): void {
  const at = dialog.querySelector<HTMLInputElement>(":focus");
  const places =
    at && at.value !== at.defaultValue ? [":focus"] : ["[aria-invalid=true]", ":focus", "[autofocus]", ENTRIES, "h2"];
  const start = places.map((place) => dialog.querySelector(place)).find(Boolean);
  for (const one of dialog.querySelectorAll("*")) one.toggleAttribute("autofocus", one === start);
  dialog.close();
  dialog.showModal();
}

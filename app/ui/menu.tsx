import { useLocation } from "@remix-run/react";
import { type ReactNode, useEffect, useRef } from "react";

type MenuProps = { id: string; label: string; side?: "left" | "right"; children: ReactNode };

/**
 * A small sheet that a button with `popovertarget={id}` opens: no script, Esc and a press outside close it. Positioned
 * under the bar it belongs to.
 */
export function Menu({ id, label, side = "right", children }: MenuProps) {
  const { key } = useLocation();
  const sheet = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every arrival at a page closes it
  useEffect(() => {
    if (sheet.current?.matches(":popover-open")) sheet.current.hidePopover();
  }, [key]);
  const place = side === "right" ? "right-3 left-auto top-13" : "left-3 right-auto top-13 lg:top-26";
  return (
    <section
      ref={sheet}
      id={id}
      popover="auto"
      aria-label={label}
      className={`fixed m-0 w-64 max-w-[calc(100vw-1.5rem)] rounded-lg border border-line bg-surface p-1.5 text-ink shadow-floating ${place}`}
    >
      {children}
    </section>
  );
}

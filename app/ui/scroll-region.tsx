import type { ReactNode } from "react";

/** A part of the page that scrolls by itself: named, and reachable by keyboard, so that its arrows move it. */
export function ScrollRegion({
  label,
  className,
  children,
}: {
  label: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section aria-label={label} tabIndex={0} className={`overflow-auto ${className ?? ""}`}>
      {children}
    </section>
  );
}

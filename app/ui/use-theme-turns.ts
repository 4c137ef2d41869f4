import { useEffect, useState } from "react";

/** Renders again when the page turns light or dark, by its reader or by the device: for what is drawn in fixed colours. */
export function useThemeTurns(): void {
  const [, turn] = useState(0);
  useEffect(() => {
    const again = () => turn((turns) => turns + 1);
    const device = window.matchMedia("(prefers-color-scheme: dark)");
    const reader = new MutationObserver(again);
    device.addEventListener("change", again);
    reader.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    return () => {
      device.removeEventListener("change", again);
      reader.disconnect();
    };
  }, []);
}

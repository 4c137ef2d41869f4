import { useEffect, useState } from "react";

const AWAKE_MS = 6_000;

/**
 * The whole screen, kept from falling asleep, until Esc. A browser gives the whole screen only right after a press, as
 * on the way from the board; otherwise the page stays in its window.
 */
export function useWallScreen(leave: () => void): void {
  useEffect(() => {
    let whole = false;
    const change = () => {
      if (document.fullscreenElement) whole = true;
      else if (whole) leave();
    };
    const press = ({ key }: KeyboardEvent) => key === "Escape" && leave();
    document.addEventListener("fullscreenchange", change);
    document.addEventListener("keydown", press);
    // Refused without a press before it, and by browsers on small devices: then it is simply a page.
    document.documentElement.requestFullscreen?.().catch(() => undefined);
    const awake = navigator.wakeLock?.request("screen").catch(() => null);
    return () => {
      document.removeEventListener("fullscreenchange", change);
      document.removeEventListener("keydown", press);
      if (document.fullscreenElement) void document.exitFullscreen();
      void awake?.then((lock) => lock?.release());
    };
  }, [leave]);
}

/** True for a few seconds after somebody has moved: the wall shows then how to leave it. */
export function useStirring(): boolean {
  const [stirring, setStirring] = useState(true);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const stir = () => {
      setStirring(true);
      clearTimeout(timer);
      timer = setTimeout(() => setStirring(false), AWAKE_MS);
    };
    const signs = ["pointermove", "pointerdown", "keydown"] as const;
    for (const sign of signs) document.addEventListener(sign, stir);
    stir();
    return () => {
      clearTimeout(timer);
      for (const sign of signs) document.removeEventListener(sign, stir);
    };
  }, []);
  return stirring;
}

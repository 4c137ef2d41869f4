import { useNavigate, useSearchParams } from "@remix-run/react";
import { useEffect } from "react";
import { useQueryLink } from "~/ui/query-link";

type InboxKeys = { ids: readonly string[]; chosenId: string | null; decidable: boolean; asking: boolean };

/** J and K move through the list, Y and N ask to approve or reject. Not while somebody types or is being asked. */
export function useInboxKeys({ ids, chosenId, decidable, asking }: InboxKeys): void {
  const navigate = useNavigate();
  const link = useQueryLink();
  const [query] = useSearchParams();
  const after = query.get("after");
  useEffect(() => {
    const go = (changes: Record<string, string | null>) =>
      navigate(link({ after, ...changes }), { preventScrollReset: true });
    const press = (event: KeyboardEvent) => {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
      if (!plain || asking || isTyping(event.target)) return;
      const at = ids.indexOf(chosenId ?? "");
      const next = event.key === "j" ? ids[at + 1] : event.key === "k" ? ids[at - 1] : undefined;
      if (next) go({ id: next, ask: null, done: null });
      if (!chosenId || !decidable) return;
      if (event.key === "y") go({ id: chosenId, ask: "yes", done: null });
      if (event.key === "n") go({ id: chosenId, ask: "no", done: null });
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [navigate, link, after, ids, chosenId, decidable, asking]);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null;
}

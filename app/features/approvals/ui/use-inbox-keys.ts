import { useNavigate, useNavigation, useSearchParams } from "@remix-run/react";
import { useEffect } from "react";
import { useQueryLink } from "~/ui/query-link";

type InboxKeys = { ids: readonly string[]; chosenId: string | null; decidable: boolean; asking: boolean };

/**
 * J and K move through the list, also faster than its pages come; Y and N ask about the request that is shown. Not
 * while somebody types or is being asked.
 */
export function useInboxKeys({ ids, chosenId, decidable, asking }: InboxKeys): void {
  const navigate = useNavigate();
  const link = useQueryLink();
  const [query] = useSearchParams();
  const after = query.get("after");
  const coming = new URLSearchParams(useNavigation().location?.search).get("id");
  useEffect(() => {
    const go = (changes: Record<string, string | null>) =>
      navigate(link({ after, ...changes }), { preventScrollReset: true });
    const press = (event: KeyboardEvent) => {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
      if (!plain || asking || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      const at = ids.indexOf(coming ?? chosenId ?? "");
      const next = key === "j" ? ids[at + 1] : key === "k" ? ids[at - 1] : undefined;
      if (next) go({ id: next, ask: null, done: null });
      if (!chosenId || !decidable || coming) return;
      if (key === "y") go({ id: chosenId, ask: "yes", done: null });
      if (key === "n") go({ id: chosenId, ask: "no", done: null });
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [navigate, link, after, coming, ids, chosenId, decidable, asking]);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null;
}

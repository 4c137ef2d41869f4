import { useTexts } from "~/i18n/use-texts";
import { Flash } from "~/ui/notice";

type Received = { name: string; owner: string | null; again: boolean };

/** Who was just let in, and who takes care of them. */
export function ReceivedNote({ received }: { received: Received | null }) {
  const { t } = useTexts();
  if (!received) return <Flash message={null} />;
  const { name, owner, again } = received;
  if (owner === null)
    return <Flash message={t(again ? "customers.visitedPool" : "customers.registeredPool", { name })} />;
  return <Flash message={t(again ? "customers.visited" : "customers.registered", { name, owner })} />;
}

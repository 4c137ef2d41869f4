import { Form } from "@remix-run/react";
import type { Role } from "~/domain/permission";
import { useTexts } from "~/i18n/use-texts";
import { Avatar } from "~/ui/avatar";

export type Demo = {
  doors: readonly { login: string; name: string; role: Role | null }[];
  password: string;
  phone: string;
};

/** A door for every post of the demo: one press and one is in. */
export function DemoDoors({ demo: { doors, password }, next }: { demo: Demo; next: string | null }) {
  const { t, enumLabel } = useTexts();
  return (
    <section aria-labelledby="demo-title" className="flex flex-col gap-3 lg:py-4">
      <h2 id="demo-title" className="text-xl">
        {t("accounts.demoTitle")}
      </h2>
      <p className="text-ink-soft">{t("accounts.demoText", { password })}</p>
      <Form
        method="post"
        reloadDocument
        className="mt-1 grid grid-cols-2 gap-2 sm:grid-cols-[repeat(auto-fill,minmax(11.5rem,1fr))]"
      >
        <input type="hidden" name="door" value="password" />
        <input type="hidden" name="password" value={password} />
        <input type="hidden" name="next" value={next ?? ""} />
        {doors.map(({ login, name, role }) => (
          <button
            key={login}
            type="submit"
            name="login"
            value={login}
            className="flex min-h-13 min-w-0 items-center gap-2.5 rounded-lg border border-line bg-surface px-2.5 py-2 text-left hover:border-accent hover:bg-accent-soft"
          >
            <Avatar name={name} size={32} />
            <span className="min-w-0 leading-tight">
              <span className="block font-semibold">{role ? enumLabel("role", role) : name}</span>
              <span className="flex flex-wrap gap-x-1.5 text-xs text-ink-faint">
                <span>{name}</span>
                <span>{login}</span>
              </span>
            </span>
          </button>
        ))}
      </Form>
    </section>
  );
}

import { Form } from "@remix-run/react";
import { KeyRound } from "lucide-react";
import { useTexts } from "~/i18n/use-texts";
import { Button } from "~/ui/button";
import { DataTable } from "~/ui/data-table";
import { MomentText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";

type Token = {
  id: string;
  name: string;
  user: string;
  createdAt: Date;
  lastUsedAt: Date | null;
  expiresAt: Date | null;
};

/** Tokens that count, each with the way to end it. */
export function TokensTable({ tokens }: { tokens: readonly Token[] }) {
  const { t } = useTexts();
  const moment = (at: Date | null) => (at ? <MomentText at={at} /> : "—");
  return (
    <DataTable
      caption={t("places.tokens")}
      rows={tokens}
      rowKey={({ id }) => id}
      empty={<EmptyState icon={KeyRound} title={t("system.noTokens")} />}
      columns={[
        { id: "name", title: t("system.tokenName"), cell: ({ name }) => name },
        { id: "user", title: t("system.tokenUser"), cell: ({ user }) => user },
        { id: "since", title: t("system.since"), cell: ({ createdAt }) => moment(createdAt) },
        {
          id: "used",
          title: t("system.lastUsed"),
          cell: ({ lastUsedAt }) => (lastUsedAt ? moment(lastUsedAt) : t("system.never")),
        },
        { id: "expires", title: t("system.expires"), cell: ({ expiresAt }) => moment(expiresAt) },
        {
          id: "revoke",
          title: t("common.actions"),
          cell: ({ id, name }) => (
            <Form method="post" action="/system/tokens">
              <input type="hidden" name="tokenId" value={id} />
              <Button small name="act" value="revoke" aria-label={`${t("system.revoke")} ${name}`}>
                {t("system.revoke")}
              </Button>
            </Form>
          ),
        },
      ]}
    />
  );
}

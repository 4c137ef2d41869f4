import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { issueTokenForm } from "~/features/accounts/api-token-form";
import { issueApiToken, revokeApiToken } from "~/features/accounts/issue-api-token.server";
import { listApiTokens } from "~/features/accounts/list-api-tokens.server";
import { IssueTokenForm } from "~/features/accounts/ui/issue-token-form";
import { OneTimeSecret } from "~/features/accounts/ui/one-time-secret";
import { TokensTable } from "~/features/accounts/ui/tokens-table";
import { useTexts } from "~/i18n/use-texts";
import { attempt } from "~/platform/attempt.server";
import { newId } from "~/platform/id.server";
import { requireCompany, requireId } from "~/platform/session.server";
import { Flash } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import type { PageHandle } from "~/ui/page-title";
import { Panel } from "~/ui/panel";

export const handle: PageHandle = { title: ({ t }) => t("places.tokens") };

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireCompany(request, "api_token:issue");
  return { ...(await listApiTokens(ctx)), formKey: newId() };
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireCompany(request, "api_token:issue");
  const sent = await request.formData();
  const none = { form: null, refusal: null, token: null, revoked: false };
  if (sent.get("act") === "revoke") {
    const outcome = await attempt(revokeApiToken(ctx, { tokenId: requireId(String(sent.get("tokenId"))) }));
    return outcome.ok ? data({ ...none, revoked: true }) : data({ ...none, refusal: outcome.refusal }, 409);
  }
  const form = parseWithZod(sent, { schema: issueTokenForm });
  if (form.status !== "success") return data({ ...none, form: form.reply() }, 400);
  const outcome = await attempt(issueApiToken(ctx, form.value));
  if (!outcome.ok) return data({ ...none, form: form.reply(), refusal: outcome.refusal }, 409);
  return data({ ...none, token: outcome.value.token });
}

export default function Tokens() {
  const { tokens, users, formKey } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useTexts();
  return (
    <>
      <PageHeader title={t("places.tokens")} lead={t("system.tokensLead")} />
      {result?.token && <OneTimeSecret text={t("system.tokenMade")} secret={result.token} />}
      <Flash message={result?.revoked ? t("system.revoked") : null} />
      <Panel title={t("system.issueToken")}>
        <IssueTokenForm key={result?.token} users={users} formKey={formKey} result={result ?? null} />
      </Panel>
      <Panel flush>
        <TokensTable tokens={tokens} />
      </Panel>
    </>
  );
}

import { data, redirect } from "@remix-run/node";
import type { Refusal } from "~/domain/refusal";
import { attempt } from "./attempt.server";
import { env } from "./env.server";
import { statusOf } from "./problem.server";

/**
 * A PDF in the browser's viewer, under its name when it is saved; 404 where there is no such paper for the reader,
 * 403 where it is not for them. A browser is led to a page that says so. It is never kept on the way: it is personal.
 */
export async function answerPdf(
  request: Request,
  paper: Promise<{ bytes: Uint8Array; fileName: string }>,
): Promise<Response> {
  const made = await attempt(paper);
  if (!made.ok) throw refusedPdf(request, made.refusal);
  const { bytes, fileName } = made.value;
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Length": String(bytes.length),
      "Content-Disposition": `inline; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      "Cache-Control": "private, no-store",
    },
  });
}

/** Where the buyer's own pages are found from outside: for QR codes. */
export function portalAddress(request: Request): string {
  return `${env.publicUrl ?? new URL(request.url).origin}/portal`;
}

function refusedPdf(request: Request, { code, params }: Refusal) {
  if (!request.headers.get("Accept")?.includes("text/html")) return data(null, statusOf(code));
  const key = typeof params?.key === "string" ? `&key=${encodeURIComponent(params.key)}` : "";
  return redirect(`/no-paper?code=${code}${key}`, 303);
}

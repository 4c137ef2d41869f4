import { createTransport } from "nodemailer";
import { z } from "zod";
import { env } from "./env.server";
import { type Gateway, Undeliverable } from "./gateway.server";

export type MailSettings = {
  /** smtp://name:password@host:587 or smtps://…:465 */
  url: string;
  from: string;
  /** Over smtp://, whether the server must speak TLS before anything is said to it. */
  tls: "require" | "offer";
};

const TIMEOUT_MS = 10_000;

const failure = z.object({ responseCode: z.number().optional(), code: z.string().optional() });

/** The gateway for mail, where the office has one. Null: messages stay in the outbox. */
export const mailGateway: Gateway | null = env.mail ? mailGatewayAt(env.mail) : null;

/**
 * Mail over SMTP, in plain text. The Message-ID is made from the message's key, so that a repeat is the same mail. A
 * 5xx about the recipient or the mail is final; trouble with the server or the sign-in to it is tried again.
 */
export function mailGatewayAt({ url, from, tls }: MailSettings): Gateway {
  const transport = createTransport({
    url,
    requireTLS: tls === "require",
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  });
  const domain = from.slice(from.lastIndexOf("@") + 1).replace(/[^\w.-]/g, "") || "loupan";
  return async ({ key, to, subject, text }) => {
    try {
      const messageId = `<${key.replace(/[^\w.-]/g, ".")}@${domain}>`;
      const sent = await transport.sendMail({
        from,
        to: { name: "", address: to },
        subject,
        text,
        messageId,
        headers: { "Auto-Submitted": "auto-generated" },
      });
      return { reference: sent.messageId };
    } catch (error) {
      const { responseCode = 0, code = "Error" } = failure.safeParse(error).data ?? {};
      const words = `the mail server said ${responseCode || code}`;
      const final = responseCode >= 500 && (code === "EENVELOPE" || code === "EMESSAGE");
      throw final ? new Undeliverable(words) : new Error(words);
    }
  };
}

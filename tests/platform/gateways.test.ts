import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { afterEach, describe, expect, it } from "vitest";
import { readEnv } from "~/platform/env.server";
import { Undeliverable } from "~/platform/gateway.server";
import { mailGatewayAt } from "~/platform/mail.server";
import { smsGatewayAt } from "~/platform/sms.server";

const MESSAGE = { key: "receipt:1", to: "+8613800000001", subject: "收款收据", text: "已收到 5 000 元" };
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

describe("the gateway for text messages", () => {
  async function carrier(status: number, body: string | null = "") {
    const got: { headers: Record<string, unknown>; body: string }[] = [];
    const server = createServer(async (request, response) => {
      let text = "";
      for await (const chunk of request) text += String(chunk);
      got.push({ headers: request.headers, body: text });
      if (body !== null) response.writeHead(status).end(body);
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    closing.push(() => {
      server.closeAllConnections();
      server.close();
    });
    return { got, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/send` };
  }

  it("sends JSON with the token and the key, and keeps the carrier's reference", async () => {
    const { got, url } = await carrier(202, '{"id":4711}');
    expect(await smsGatewayAt({ url, token: "secret", format: "json" })(MESSAGE)).toEqual({ reference: "4711" });
    expect(got[0]?.headers).toMatchObject({ authorization: "Bearer secret", "idempotency-key": "receipt:1" });
    expect(JSON.parse(got[0]?.body ?? "")).toEqual({ to: "+8613800000001", text: "已收到 5 000 元" });
  });

  it("sends a form where the carrier wants one, without a token where there is none", async () => {
    const { got, url } = await carrier(200, "OK");
    expect(await smsGatewayAt({ url, token: null, format: "form" })(MESSAGE)).toEqual({ reference: null });
    expect(got[0]?.headers.authorization).toBeUndefined();
    expect(Object.fromEntries(new URLSearchParams(got[0]?.body))).toEqual({ to: MESSAGE.to, text: MESSAGE.text });
  });

  it.each([
    [400, true],
    [404, true],
    [408, false],
    [429, false],
    [500, false],
    [503, false],
  ])("takes %i for final: %s", async (status, final) => {
    const { url } = await carrier(status);
    const error = await smsGatewayAt({ url, token: null, format: "json" })(MESSAGE).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ message: `the gateway answered ${status}` });
    expect(error instanceof Undeliverable).toBe(final);
  });

  it("gives up waiting for a carrier that does not answer", async () => {
    const { url } = await carrier(200, null);
    const waiting = smsGatewayAt({ url, token: null, format: "json" }, 50)(MESSAGE);
    await expect(waiting).rejects.toMatchObject({ name: "TimeoutError" });
  });
});

describe("the gateway for mail", () => {
  async function office(options: SMTPServerOptions = {}) {
    const got: { from: string; to: string[]; secure: boolean; user: string | undefined; source: string }[] = [];
    const server = new SMTPServer({
      onAuth: ({ username, password }, _, done) =>
        username === "office" && password === "pa55" ? done(null, { user: username }) : done(new Error("no")),
      onData: (stream, { envelope, secure, user }, done) => {
        let source = "";
        stream.on("data", (chunk: Buffer) => {
          source += chunk.toString();
        });
        stream.on("end", () => {
          const from = envelope.mailFrom ? envelope.mailFrom.address : "";
          const to = envelope.rcptTo.map(({ address }) => address);
          got.push({ from, to, secure, user, source });
          done();
        });
      },
      ...options,
    });
    // Clients that turn away because of the certificate end their connection in the middle.
    server.on("error", () => undefined);
    server.listen(0, "127.0.0.1");
    await once(server.server, "listening");
    closing.push(() => server.close());
    return { got, port: (server.server.address() as AddressInfo).port };
  }
  const MAIL = { ...MESSAGE, to: "manager@example.com" };
  const from = "云栖置业 <office@example.com>";
  const failing = (error: unknown) => ({ final: error instanceof Undeliverable, message: (error as Error).message });

  it("hands mail over, signed in, the same mail with the same id however often", async () => {
    const { got, port } = await office({ authOptional: false, allowInsecureAuth: true, hideSTARTTLS: true });
    const send = mailGatewayAt({ url: `smtp://office:pa55@127.0.0.1:${port}`, from, tls: "offer" });
    const first = await send(MAIL);
    expect(await send(MAIL)).toEqual(first);
    expect(first).toEqual({ reference: "<receipt.1@example.com>" });
    expect(got[0]).toMatchObject({ from: "office@example.com", to: ["manager@example.com"], user: "office" });
    expect(got[0]?.source).toContain("Message-ID: <receipt.1@example.com>");
    expect(got[0]?.source).toContain(`=?UTF-8?B?${Buffer.from("收款收据").toString("base64")}?=`);
    expect(got[0]?.source).toMatch(/Auto-Submitted: auto-generated/);
  });

  it("says nothing in clear where TLS is required and not offered", async () => {
    const { got, port } = await office({ authOptional: true, hideSTARTTLS: true });
    const error = await mailGatewayAt({ url: `smtp://127.0.0.1:${port}`, from, tls: "require" })(MAIL).catch(failing);
    expect(error).toMatchObject({ final: false });
    expect(got).toEqual([]);
  });

  it("does not trust a certificate that nobody vouches for", async () => {
    const { got, port } = await office({ authOptional: true });
    const error = await mailGatewayAt({ url: `smtp://127.0.0.1:${port}`, from, tls: "require" })(MAIL).catch(failing);
    expect(error).toMatchObject({ final: false });
    expect(got).toEqual([]);
  });

  it("sends over TLS where the certificate need not be vouched for", async () => {
    const { got, port } = await office({ authOptional: true });
    const url = `smtp://127.0.0.1:${port}/?tls.rejectUnauthorized=false`;
    await mailGatewayAt({ url, from, tls: "require" })(MAIL);
    expect(got[0]?.secure).toBe(true);
  });

  it("takes a refused mailbox for final, a wrong password and a busy server not", async () => {
    const refusing = (code: number) =>
      office({
        authOptional: true,
        hideSTARTTLS: true,
        onRcptTo: (_, __, done) => done(Object.assign(new Error("no"), { responseCode: code })),
      });
    const at = (port: number, who = "") =>
      mailGatewayAt({ url: `smtp://${who}127.0.0.1:${port}`, from, tls: "offer" })(MAIL).catch(failing);
    expect(await at((await refusing(550)).port)).toEqual({ final: true, message: "the mail server said 550" });
    expect(await at((await refusing(450)).port)).toEqual({ final: false, message: "the mail server said 450" });
    const closed = await office({ allowInsecureAuth: true, hideSTARTTLS: true });
    expect(await at(closed.port, "office:wrong@")).toMatchObject({ final: false });
  });
});

describe("the settings of the gateways", () => {
  it("need a sender with a mail server, and ask for TLS unless told otherwise", () => {
    expect(() => readEnv({ SMTP_URL: "smtp://mail.example.com" })).toThrow(/MAIL_FROM/);
    const given = readEnv({ SMTP_URL: "smtp://mail.example.com", MAIL_FROM: from() });
    expect(given.mail).toEqual({ url: "smtp://mail.example.com", from: from(), tls: "require" });
    expect(readEnv({}).mail).toBeNull();
    expect(readEnv({ SMS_GATEWAY_URL: "https://sms.example.com" }).sms).toEqual({
      url: "https://sms.example.com",
      token: null,
      format: "json",
    });
  });
  function from() {
    return "Office <office@example.com>";
  }
});

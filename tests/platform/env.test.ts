import { describe, expect, it } from "vitest";
import { readEnv } from "~/platform/env.server";

const SECRETS = { SESSION_SECRETS: "a,b", DATA_KEYS: "k1:00" };

describe("settings", () => {
  it("need not be given", () => {
    expect(readEnv({})).toMatchObject({
      port: 3000,
      host: "127.0.0.1",
      production: false,
      demo: "auto",
      databaseUrl: null,
    });
  });

  it("count as not given when empty", () => {
    expect(readEnv({ PORT: "", DATABASE_URL: "", PUBLIC_URL: "", LOG_LEVEL: "" })).toMatchObject({
      port: 3000,
      databaseUrl: null,
    });
  });

  it("mean production where there is a public address", () => {
    const env = readEnv({ ...SECRETS, PUBLIC_URL: "https://sales.example.com/", DEMO: "auto" });
    expect(env).toMatchObject({ production: true, demo: "never", publicUrl: "https://sales.example.com" });
    expect(env.sessionSecrets).toEqual(["a", "b"]);
  });

  it("refuse production without secrets, by name", () => {
    expect(() => readEnv({ PUBLIC_URL: "https://a.example", DATA_KEYS: "k1:00" })).toThrow(
      /SESSION_SECRETS must be given/,
    );
    expect(() => readEnv({ PUBLIC_URL: "https://a.example", ...SECRETS, DATA_KEYS: " , " })).toThrow(/DATA_KEYS/);
  });

  it.each([
    ["PORT", "http"],
    ["PORT", "70000"],
    ["DATABASE_URL", "mysql://x:secret@y/z"],
    ["PUBLIC_URL", "javascript:alert(1)"],
    ["LOG_LEVEL", "loud"],
    ["SMTP_URL", "smtp.example.com"],
    ["SMTP_TLS", "perhaps"],
    ["MAIL_FROM", "the office"],
    ["SMS_GATEWAY_FORMAT", "xml"],
  ])("names %s when it is %s, and never repeats the value", (name, value) => {
    const attempt = () => readEnv({ [name]: value });
    expect(attempt).toThrow(name);
    expect(attempt).not.toThrow(/secret/);
  });
});

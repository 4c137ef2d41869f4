import { describe, expect, it } from "vitest";
import {
  afterQuietHours,
  type Circumstances,
  DECLINABLE,
  isDeclined,
  isStopWord,
  MESSAGE_KINDS,
  MESSAGES,
  mayLeave,
  type SaysOf,
  signed,
  smsParts,
} from "~/domain/message";
import { templates } from "~/i18n/message-templates";
import { messageText } from "~/i18n/zh-CN/message-texts";

const ZONE = "Asia/Shanghai";
/** A moment by the clock on the wall there. */
const at = (time: string, day = "2026-03-02") => new Date(`${day}T${time}:00+08:00`);

describe("a text message", () => {
  it.each([
    [0, 1],
    [70, 1],
    [71, 2],
    [134, 2],
    [135, 3],
  ])("of %i characters is %i for the carrier", (length, parts) => {
    expect(smsParts("房".repeat(length))).toBe(parts);
  });

  it("is signed, which counts", () => {
    expect(signed("您好", "云栖湾")).toBe("【云栖湾】您好");
  });
});

describe("the quiet hours", () => {
  const NIGHT = { from: 21, until: 8 };
  it.each([
    [at("20:59"), at("20:59")],
    [at("21:00"), at("08:00", "2026-03-03")],
    [at("23:59"), at("08:00", "2026-03-03")],
    [at("00:00", "2026-03-03"), at("08:00", "2026-03-03")],
    [at("07:59"), at("08:00")],
    [at("08:00"), at("08:00")],
  ])("%s may leave at %s", (now, then) => {
    expect(afterQuietHours(now, NIGHT, ZONE)).toEqual(then);
  });

  it("may lie within the day, or be none", () => {
    expect(afterQuietHours(at("12:30"), { from: 12, until: 14 }, ZONE)).toEqual(at("14:00"));
    expect(afterQuietHours(at("14:00"), { from: 12, until: 14 }, ZONE)).toEqual(at("14:00"));
    expect(afterQuietHours(at("03:00"), { from: 8, until: 8 }, ZONE)).toEqual(at("03:00"));
  });
});

describe("whether a message may leave", () => {
  const given = (over: Partial<Circumstances> = {}): Circumstances => ({
    now: at("10:00"),
    timeZone: ZONE,
    goodUntil: at("10:00", "2026-03-05"),
    quiet: { from: 21, until: 8 },
    sentToday: 0,
    cap: 3,
    declined: false,
    ...over,
  });
  const late = { go: "NEVER", why: "TOO_LATE" };
  const now = { go: "NOW" };
  const EXPECTED = {
    CODE: { declined: now, night: now, capped: now },
    OFFICE: { declined: now, night: now, capped: now },
    DUTY: { declined: now, night: { go: "LATER", at: at("08:00", "2026-03-03"), why: "QUIET_HOURS" }, capped: now },
    NOTICE: {
      declined: { go: "NEVER", why: "DECLINED" },
      night: { go: "LATER", at: at("08:00", "2026-03-03"), why: "QUIET_HOURS" },
      capped: { go: "LATER", at: at("08:00", "2026-03-03"), why: "CAP" },
    },
  };
  it.each(MESSAGE_KINDS)("%s, by what it is for", (kind) => {
    const expected = EXPECTED[MESSAGES[kind].reason];
    expect(mayLeave(kind, given())).toEqual(now);
    expect(mayLeave(kind, given({ declined: true }))).toEqual(expected.declined);
    expect(mayLeave(kind, given({ now: at("22:00") }))).toEqual(expected.night);
    expect(mayLeave(kind, given({ sentToday: 3 }))).toEqual(expected.capped);
    expect(mayLeave(kind, given({ goodUntil: at("10:00") }))).toEqual(late);
  });

  it("lets buyers decline what is useful, never what must be said", () => {
    expect(DECLINABLE).toEqual(["SUBSCRIPTION_EFFECTIVE", "RECEIPT_ISSUED", "CONTRACT_SIGNED", "INSTALMENT_DUE"]);
  });
});

describe("what a person said", () => {
  const word = (wanted: boolean, time: string, kind: "RECEIPT_ISSUED" | null = null) => ({
    channel: "SMS" as const,
    kind,
    wanted,
    at: at(time),
  });
  it.each([
    ["nothing", [], false],
    ["no to everything", [word(false, "10:00")], true],
    ["no to this", [word(false, "10:00", "RECEIPT_ISSUED")], true],
    ["no to everything, later yes to this", [word(false, "10:00"), word(true, "11:00", "RECEIPT_ISSUED")], false],
    ["yes to this, later no to everything", [word(true, "10:00", "RECEIPT_ISSUED"), word(false, "11:00")], true],
  ])("%s", (_, choices, declined) => {
    expect(isDeclined(choices, "SMS", "RECEIPT_ISSUED")).toBe(declined);
    expect(isDeclined(choices, "MAIL", "RECEIPT_ISSUED")).toBe(false);
  });

  it.each(["退订", " td ", "T", "R", "stop", "退订。", "拒收！"])("%s ends messages", (reply) => {
    expect(isStopWord(reply)).toBe(true);
  });
  it.each(["谢谢", "不退订", "收到", "Today", ""])("%s does not", (reply) => {
    expect(isStopWord(reply)).toBe(false);
  });
});

describe("templates", () => {
  it("do not compile with a variable too few, too many or of another type", () => {
    // @ts-expect-error the minutes are not said
    templates({ ...messageText, ONE_TIME_CODE: "验证码 {code}" });
    // @ts-expect-error a code has no name
    templates({ ...messageText, ONE_TIME_CODE: "{name}，验证码 {code}，{minutes} 分钟内有效" });
    // @ts-expect-error minutes are counted
    const says: SaysOf<"ONE_TIME_CODE"> = { code: "123456", minutes: "5" };
    expect(Object.keys(says)).toEqual(Object.keys(MESSAGES.ONE_TIME_CODE.says));
  });
});

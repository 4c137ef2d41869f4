import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";

const AGAIN_AFTER = 20;

/**
 * People who hold homes and pay for them over HTTP without a rest. Whoever gets no answer, or one of 5xx, sends the
 * same form again with its key, as a browser does.
 */
export function startLoad({ url, given, writers }) {
  const load = { acknowledged: [], refused: [], answers: {} };
  const units = [...given.units];
  const waiting = new Set();
  let stopped = false;

  async function send({ path, token, body }, key) {
    const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json", "Idempotency-Key": key };
    const reply = await fetch(`${url}/api/v1${path}`, { method: "POST", headers, body: JSON.stringify(body) });
    return { status: reply.status, answer: await reply.json() };
  }

  async function insist(form) {
    const key = randomUUID();
    for (;;) {
      const sentAt = performance.now();
      const reply = await send(form, key).catch(() => ({ status: 0, answer: {} }));
      const code = reply.answer.code ?? String(reply.status);
      load.answers[code] = (load.answers[code] ?? 0) + 1;
      if (reply.status === 201) return acknowledge(form, reply.answer, sentAt);
      if (reply.status > 0 && reply.status < 500) return void load.refused.push({ ...form, ...reply });
      if (stopped === "at once") return undefined;
      await pause(AGAIN_AFTER);
    }
  }

  function acknowledge(form, answer, sentAt) {
    load.acknowledged.push({ table: form.table, id: answer[form.id] });
    for (const one of waiting) if (sentAt >= one.since) one.found();
    return answer;
  }

  async function write() {
    let dealId = "";
    while (!stopped) {
      const unit = units.pop();
      if (unit) dealId = (await insist(holdOf(given, unit)))?.dealId ?? dealId;
      if (dealId) await insist(paymentOf(given, dealId));
    }
  }

  const writing = Array.from({ length: writers }, write);
  return {
    ...load,
    /** Resolves, with the milliseconds it took, when something that is sent from now on is acknowledged. */
    nextGood: () =>
      new Promise((resolve) => {
        const since = performance.now();
        const one = { since, found: () => resolve(performance.now() - since) };
        waiting.add(one);
      }),
    stop: async (how = true) => {
      stopped = how;
      await Promise.all(writing);
    },
  };
}

function holdOf({ controller, customerId }, unitId) {
  return { path: `/units/${unitId}/holds`, token: controller, body: { customerId }, table: "Deal", id: "dealId" };
}

function paymentOf({ cashier, sellerId, payer, today }, dealId) {
  const money = { sellerId, method: "TRANSFER", bankReference: randomUUID(), receivedOn: today, payer };
  const body = { ...money, receipts: [{ dealId, amountFen: 100 }] };
  return { path: "/payments", token: cashier, body, table: "Payment", id: "paymentId" };
}

// One office at full size, written by INSERT … SELECT over generate_series: each statement makes the rows of the deals
// from $3 on and before $4. Every figure follows from the number of the deal alone, so that two runs make the same rows.

/** Ids in the order of time, as version 7 makes them: `kind` keeps those of different tables apart. */
const id = (kind: string, number: string) =>
  `(lpad(to_hex((${number})::bigint), 12, '0') || '7${kind}8000000000000000')::uuid`;

/** Of each deal: its home, its customers, what it pays. */
export const PER_DEAL = { units: "4 / 3", customers: "20 / 3", visits: 3, instalments: 40, payments: 34 } as const;
const { instalments, payments } = PER_DEAL;

const project = "$1::uuid";
/** The business day on which everything ends. */
const today = "$2::date";
/** So many days before today a deal was signed: three years, in no order of their numbers. */
const signed = "(30 + (n * 7919) % 1065)";
const expired = "n % 30 = 0";
/** One of the monthly instalments of a deal, in fen. */
const amount = "(9000000 + (n % 97) * 10000)";
const price = `(${instalments} * ${amount})`;
/** The day of the payment `i` of a deal: spread evenly since it was signed. */
const paidOn = `(${today} - ${signed} + i * ${signed} / ${payments})`;
const at = (on: string) => `(${on} + time '10:00')::timestamptz`;
const deals = "generate_series($3::int, $4::int - 1) n";
const paying = `${deals}, generate_series(0, ${payments - 1}) i WHERE NOT ${expired}`;
const paid = `n * ${payments} + i`;
const customers = "generate_series($3::int * 20 / 3, $4::int * 20 / 3 - 1) c";
const units = "generate_series($3::int * 4 / 3, $4::int * 4 / 3 - 1) u";
const consultant = (number: string) => `(SELECT "userId" FROM bench.staff WHERE no = (${number}) % 60)`;
const entered = (number: string) => `(7 + (${number} % 10007 * 47) % 1088)`;
const stage = `CASE WHEN ${expired} THEN 'EXPIRED' WHEN n % 15 = 1 THEN 'RESERVED' ELSE 'CONTRACTED' END::"DealStage"`;
const contracted = `NOT ${expired} AND n % 15 <> 1`;
const dealId = id("d0d", "n");
const unitOf = id("1a1", "n * 4 / 3");
const customerOf = id("c0c", "n * 20 / 3");

const MASTERS = [
  `INSERT INTO "Person" (id, name, "createdAt")
   SELECT ${id("9e9", "c")}, (SELECT name FROM bench.name WHERE no = c % 3000), ${at(`${today} - ${entered("c")}::int`)} FROM ${customers}`,
  `INSERT INTO "PersonPhone" (id, "personId", e164, tail, "primary")
   SELECT ${id("f0f", "c")}, ${id("9e9", "c")}, '+8613' || lpad(c::text, 9, '0'), right(lpad(c::text, 9, '0'), 4), true FROM ${customers}`,
  `INSERT INTO "ProjectCustomer" (id, "projectId", "personId", "ownerId", "ownedSince", "lastFollowUpAt", grade, stage, source,
     "createdAt", "createdById", visits)
   SELECT ${id("c0c", "c")}, ${project}, ${id("9e9", "c")}, ${consultant("c")}, entered, entered,
     (ARRAY['A', 'B', 'C', 'D'])[1 + c % 4]::"CustomerGrade", 'INTERESTED', 'WALK_IN', entered, ${consultant("c")}, 3
   FROM ${customers}, LATERAL (SELECT ${at(`${today} - ${entered("c")}::int`)} AS entered) e`,
  `INSERT INTO "SearchToken" ("projectId", subject, "subjectId", token)
   SELECT ${project}, 'CUSTOMER'::"SearchSubject", ${id("c0c", "c")}, token FROM ${customers}, bench.name w, unnest(w.tokens) token WHERE w.no = c % 3000
   UNION SELECT ${project}, 'CUSTOMER'::"SearchSubject", ${id("c0c", "c")}, right(lpad(c::text, 9, '0'), 4) FROM ${customers}`,
  `INSERT INTO "Interaction" (id, "projectId", "customerId", "byId", kind, "businessOn", at, text)
   SELECT ${id("1b1", "c * 3 + i")}, ${project}, ${id("c0c", "c")}, ${consultant("c")},
     (CASE i WHEN 0 THEN 'VISIT_FIRST' ELSE 'VISIT_REPEAT' END)::"InteractionKind", on_day, ${at("on_day")}, ''
   FROM ${customers}, generate_series(0, 2) i, LATERAL (SELECT ${today} - ${entered("c")}::int + 2 * i::int AS on_day) e`,
  `INSERT INTO "Unit" (id, "projectId", "buildingId", "permitId", "boardNo", "floorLabel", "floorNo", number, label,
     "grossCentiares", "internalCentiares", "filedFen", "listFen", "floorFen", "releaseState", "releasedOn", "createdAt")
   SELECT ${id("1a1", "u")}, ${project}, b.id, b."permitId", u + 1, u % 400 / 12 + 1, u % 400 / 12 + 1, u % 400 % 12 + 1,
     b.no + 1 || '栋' || u % 400 / 12 + 1 || lpad((u % 400 % 12 + 1)::text, 2, '0'), 8950, 7012, 400000000, 380000000, 350000000,
     'RELEASED', ${today} - 1100, ${at(`${today} - 1100`)}
   FROM ${units} JOIN bench.building b ON b.no = u / 400`,
];

const DEALS = [
  `INSERT INTO "Deal" (id, "projectId", "customerId", "consultantId", stage, "holdUntil", "businessOn", "enteredAt", "endedAt",
     "endReason")
   SELECT ${dealId}, ${project}, ${customerOf}, ${consultant("n")}, ${stage}, CASE WHEN ${expired} THEN entered + interval '1 day' END,
     ${today} - ${signed}::int, entered, CASE WHEN ${expired} THEN entered + interval '1 day' END, CASE WHEN ${expired} THEN 'TIME_UP' END
   FROM ${deals}, LATERAL (SELECT ${at(`${today} - ${signed}::int`)} AS entered) e`,
  `INSERT INTO "DealShare" ("dealId", "userId", ppm) SELECT ${dealId}, ${consultant("n")}, 1000000 FROM ${deals}`,
  `INSERT INTO "DealBuyer" ("dealId", "personId", position) SELECT ${dealId}, ${id("9e9", "n * 20 / 3")}, 1 FROM ${deals} WHERE NOT ${expired}`,
  `INSERT INTO "Claim" (id, "projectId", "unitId", "dealId", since, "endedAt")
   SELECT ${id("c1a", "n")}, ${project}, ${unitOf}, ${dealId}, since, CASE WHEN ${expired} THEN since + interval '1 day' END
   FROM ${deals}, LATERAL (SELECT ${at(`${today} - ${signed}::int`)} AS since) e`,
  `INSERT INTO "Subscription" ("dealId", number, "planId", "planName", "planKind", "schemeIds", "grossCentiares", "internalCentiares",
     "listFen", "schemeFen", "dealFen", "specialDepthPpm", derivation, schedule, "earnestFen", "eligibilityNote", "draftedById",
     "draftedAt", "unitConfirmedById", "unitConfirmedAt", "signedById", "signedAt", "payBy", "effectiveAt", "effectiveOn", "signBy")
   SELECT ${dealId}, 'BRG-' || n, ${id("aaa", "1")}, '四十期', 'INSTALMENTS', '{}', 8950, 7012, ${price}, ${price}, ${price}, 0,
     jsonb_build_object('order', 'SUBTRACT_THEN_MULTIPLY', 'final', ${price}, 'steps', jsonb_build_array(jsonb_build_object('kind', 'LIST',
       'lineId', NULL, 'name', NULL, 'figures', '{}'::jsonb, 'change', ${price}, 'running', ${price}))),
     (SELECT jsonb_agg(jsonb_build_object('lineId', NULL, 'item', '第' || k + 1 || '期', 'due', jsonb_build_object('event', 'CONTRACT',
       'days', 30 * k), 'dueOn', NULL, 'amount', ${amount}, 'loan', false) ORDER BY k) FROM generate_series(0, ${instalments - 1}) k),
     5000000, '', ${consultant("n")}, entered, ${consultant("n + 1")}, entered, ${consultant("n + 2")}, entered, entered + interval '1 day',
     entered, entered::date, entered::date + 30
   FROM ${deals}, LATERAL (SELECT ${at(`${today} - ${signed}::int`)} AS entered) e WHERE NOT ${expired}`,
  `INSERT INTO "Contract" ("dealId", number, "signedOn", "enteredAt", "preparedById", "approvedById", "areaBasis", "grossCentiares",
     "internalCentiares", "unitCentifen", "priceFen", checklist)
   SELECT ${dealId}, 'BHT-' || n, ${today} - ${signed}::int, ${at(`${today} - ${signed}::int`)}, ${consultant("n")}, ${consultant("n + 1")},
     'GROSS', 8950, 7012, 4000000, ${price}, '[]' FROM ${deals} WHERE ${contracted}`,
  `INSERT INTO "Filing" ("dealId", state, number, "filedOn")
   SELECT ${dealId}, 'FILED', 'BBA-' || n, ${today} - ${signed}::int FROM ${deals} WHERE ${contracted}`,
  `INSERT INTO "Receivable" (id, "projectId", "dealId", position, item, "dueEvent", "dueDays", "dueOn", "amountFen", "allocatedFen", "createdAt")
   SELECT ${id("4e4", `n * ${instalments} + i`)}, ${project}, ${dealId}, i + 1, '第' || i + 1 || '期', 'CONTRACT', 30 * i,
     CASE WHEN i < ${payments} THEN ${paidOn} WHEN n % 20 = 3 AND i = ${payments} THEN ${today} - 10 ELSE ${today} + 30 * (i - ${payments} + 1) END,
     ${amount}, CASE WHEN i < ${payments} THEN ${amount} ELSE 0 END, ${at(`${today} - ${signed}::int`)}
   FROM ${deals}, generate_series(0, ${instalments - 1}) i WHERE NOT ${expired}`,
  `INSERT INTO "AuditEntry" ("projectId", "actorId", "requestId", action, subject, after, at)
   SELECT ${project}, ${consultant("n")}, ${id("eee", "n")}, action, 'deal:' || ${dealId}, '{}', ${at(`${today} - ${signed}::int`)}
   FROM ${deals}, unnest(ARRAY['hold.placed', 'subscription.drafted', 'subscription.signed', 'contract.signed']) action`,
];

const MONEY = [
  `INSERT INTO "Payment" (id, "projectId", "sellerId", "accountId", "customerId", method, "bankReference", "receivedOn", "businessOn",
     "recordedAt", "payerName", "amountFen", "receiptedFen", status, "recordedById")
   SELECT ${id("6a6", paid)}, ${project}, s."sellerId", s."accountId", ${customerOf}, 'TRANSFER', 'B' || ${paid}, ${paidOn}, ${paidOn},
     ${at(paidOn)}, (SELECT name FROM bench.name WHERE no = n * 20 / 3 % 3000), ${amount}, ${amount}, 'CONFIRMED', ${consultant("i")}
   FROM bench.seller s, ${paying}`,
  `INSERT INTO "Receipt" (id, "projectId", "paymentId", "dealId", number, item, "amountFen", "allocatedFen", "businessOn", "recordedAt",
     "recordedById")
   SELECT ${id("7e7", paid)}, ${project}, ${id("6a6", paid)}, ${dealId}, 'SJ2020-' || lpad((${paid})::text, 6, '0'), '第' || i + 1 || '期',
     ${amount}, ${amount}, ${paidOn}, ${at(paidOn)}, ${consultant("i")} FROM ${paying}`,
  `INSERT INTO "Allocation" (id, "projectId", "receiptId", "receivableId", "amountFen", "paidOn", at)
   SELECT ${id("a1a", paid)}, ${project}, ${id("7e7", paid)}, ${id("4e4", `n * ${instalments} + i`)}, ${amount}, ${paidOn}, ${at(paidOn)}
   FROM ${paying}`,
  `INSERT INTO "SearchToken" ("projectId", subject, "subjectId", token)
   SELECT ${project}, 'RECEIPT', ${id("7e7", paid)}, token FROM ${deals}, generate_series(0, ${payments - 1}) i, bench.name w,
     unnest(ARRAY['sj2020-' || lpad((${paid})::text, 6, '0'), lpad((${paid})::text, 6, '0')] || w.tokens[1:3]) token
   WHERE NOT ${expired} AND w.no = n * 20 / 3 % 3000`,
  `WITH entry AS (
     INSERT INTO "LedgerEntry" (id, "projectId", "sellerId", kind, "dealId", "paymentId", "receiptId", "businessOn", "recordedAt", "byId")
     SELECT ${id("1e0", "n")}, ${project}, s."sellerId", 'SCHEDULE', ${dealId}, NULL::uuid, NULL::uuid, ${today} - ${signed}::int,
       ${at(`${today} - ${signed}::int`)}, ${consultant("n")} FROM bench.seller s, ${deals} WHERE NOT ${expired}
     UNION ALL
     SELECT ${id("1e1", paid)}, ${project}, s."sellerId", 'PAYMENT', NULL, ${id("6a6", paid)}, NULL::uuid, ${paidOn}, ${at(paidOn)}, ${consultant("i")}
     FROM bench.seller s, ${paying}
     UNION ALL
     SELECT ${id("1e2", paid)}, ${project}, s."sellerId", 'RECEIPT', ${dealId}, ${id("6a6", paid)}, ${id("7e7", paid)}, ${paidOn}, ${at(paidOn)},
       ${consultant("i")} FROM bench.seller s, ${paying})
   INSERT INTO "LedgerLine" ("entryId", position, account, "amountFen")
   SELECT ${id("1e0", "n")}, l.position, l.account::"LedgerAccount", l.sign * ${price}
   FROM (VALUES (0, 'RECEIVABLES', 1), (1, 'CONTRACT_LIABILITIES', -1)) l(position, account, sign), ${deals} WHERE NOT ${expired}
   UNION ALL
   SELECT CASE l.entry WHEN 1 THEN ${id("1e1", paid)} ELSE ${id("1e2", paid)} END, l.position, l.account::"LedgerAccount", l.sign * ${amount}
   FROM (VALUES (1, 0, 'BANK_SUPERVISED', 1), (1, 1, 'ADVANCES', -1), (2, 0, 'ADVANCES', 1), (2, 1, 'RECEIVABLES', -1))
     l(entry, position, account, sign), ${paying}`,
];

const fact = (kind: string, on: string, fen: string, from: string, deal = dealId) => `
  SELECT ${project}, '${kind}'::"FactKind", 1::smallint, ${deal}, ${consultant("n")}, ${on}, ${at(on)}, ${fen}, 8950, 'RESIDENCE'::"UnitUse" FROM ${from}`;
const onSigning = `(${today} - ${signed}::int)`;

const FACT_COLUMNS = `"projectId", kind, sign, "dealId", "userId", "businessOn", "recordedAt", "amountFen", "areaCentiares", use`;

const FACTS = [
  `WITH held AS (INSERT INTO "Fact" (${FACT_COLUMNS}) ${fact("HOLD", onSigning, "0", deals)} RETURNING *)
   INSERT INTO "Fact" (${FACT_COLUMNS}, "correctsSeq")
   SELECT "projectId", kind, -1, "dealId", "userId", "businessOn", "recordedAt", "amountFen", "areaCentiares", use, seq FROM held`,
  `INSERT INTO "Fact" (${FACT_COLUMNS})
   ${[
     fact("HOLD_ENDED", onSigning, "0", `${deals} WHERE ${expired}`),
     fact("SUBSCRIPTION", onSigning, price, `${deals} WHERE NOT ${expired}`),
     fact("CONTRACT", onSigning, price, `${deals} WHERE ${contracted}`),
     fact("RECEIPT", paidOn, amount, paying),
   ].join(" UNION ALL ")}`,
  `INSERT INTO "Fact" ("projectId", kind, sign, "customerId", "userId", "businessOn", "recordedAt")
   SELECT ${project}, (CASE i WHEN 0 THEN 'VISIT_FIRST' ELSE 'VISIT_REPEAT' END)::"FactKind", 1, ${id("c0c", "c")}, ${consultant("c")}, on_day,
     ${at("on_day")} FROM ${customers}, generate_series(0, 2) i,
     LATERAL (SELECT ${today} - ${entered("c")}::int + 2 * i::int AS on_day) e`,
];

/** In this order; $1 project, $2 today, $3 and $4 the numbers of the deals. */
export const ROWS: readonly string[] = [...MASTERS, ...DEALS, ...MONEY, ...FACTS];

/** The sums that triggers keep, written anew for the project $1 with its rows spread over all stripes. */
export const SUMS: readonly string[] = [
  `DELETE FROM "LedgerBalance" b USING bench.seller s WHERE b."sellerId" = s."sellerId"`,
  `INSERT INTO "LedgerBalance" ("sellerId", account, month, stripe, "debitFen", "creditFen")
   SELECT e."sellerId", l.account, date_trunc('month', e."businessOn")::date, e.seq % 16, sum(greatest(l."amountFen", 0)),
     sum(greatest(-l."amountFen", 0))
   FROM "LedgerLine" l JOIN "LedgerEntry" e ON e.id = l."entryId" WHERE e."projectId" = $1 GROUP BY 1, 2, 3, 4`,
  `DELETE FROM "FactSummary" WHERE "projectId" = $1`,
  `INSERT INTO "FactSummary" ("projectId", kind, "businessOn", "recordedOn", use, stripe, count, "amountFen", "areaCentiares",
     "placedCount", "placedFen", "placedCentiares")
   SELECT f."projectId", f.kind, f."businessOn", (f."recordedAt" AT TIME ZONE p."timeZone")::date, coalesce(f.use::text, ''), f.seq % 16,
     sum(sign), sum(sign * "amountFen"), sum(sign * "areaCentiares"), count(*) FILTER (WHERE sign = 1),
     coalesce(sum("amountFen") FILTER (WHERE sign = 1), 0), coalesce(sum("areaCentiares") FILTER (WHERE sign = 1), 0)
   FROM "Fact" f JOIN "Project" p ON p.id = f."projectId" WHERE f."projectId" = $1 GROUP BY 1, 2, 3, 4, 5, 6`,
  `DELETE FROM "DueSummary" WHERE "projectId" = $1`,
  `INSERT INTO "DueSummary" ("projectId", month, stripe, "amountFen")
   SELECT "projectId", date_trunc('month', "dueOn")::date, hashtext(id::text) & 15, sum("amountFen") FROM "Receivable"
   WHERE "projectId" = $1 AND "dueOn" IS NOT NULL AND "voidedAt" IS NULL GROUP BY 1, 2, 3`,
  `INSERT INTO "Counter" (key, value)
   SELECT 'receipt:2020', count(*) FROM "Receipt" WHERE "projectId" = $1 AND number LIKE 'SJ2020-%'
   ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
];

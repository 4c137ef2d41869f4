import { forgetOld } from "~/features/accounts/forget-old.server";
import { handleBackups, sendDueBackup } from "~/features/accounts/run-backup.server";
import { expireApprovals } from "~/features/approvals/expire-approvals.server";
import { decideErasures } from "~/features/customers/decide-erasures.server";
import { handleDroppedFiles } from "~/features/customers/drop-files.server";
import { answerDealApprovals } from "~/features/deals/answer-approvals.server";
import { expireHolds } from "~/features/deals/expire-holds.server";
import { decideReversals } from "~/features/finance/decide-reversals.server";
import { deliverOutbox } from "~/features/messaging/deliver-outbox.server";
import { remindOfHolds } from "~/features/messaging/remind-of-holds.server";
import { remindOfInstalments } from "~/features/messaging/remind-of-instalments.server";
import { decidePrices } from "~/features/pricing/decide-prices.server";
import { takeDuePriceLists } from "~/features/pricing/take-effect.server";
import { decideReleases } from "~/features/units/decide-releases.server";
import { expireWithholdings } from "~/features/units/expire-withholdings.server";
import { handleImports } from "~/features/units/import-job.server";
import { releaseDueBatches } from "~/features/units/release-batch.server";
import { sealAudit } from "~/platform/audit-chain.server";
import { repeat, repeatAlone } from "~/platform/repeated.server";

// The one place where features that ask meet what answers them: who acts on an approval, what a job does, what is due
// again and again. Whatever runs commands imports it first.

answerDealApprovals();
decideErasures();
decidePrices();
decideReleases();
decideReversals();
handleBackups();
handleDroppedFiles();
handleImports();

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

repeatAlone("audit-sealer", SECOND, sealAudit);
repeat("outbox", 2 * SECOND, (now) => deliverOutbox(now));
repeat("hold-reminders", MINUTE, remindOfHolds);
repeat("instalment-reminders", 15 * MINUTE, remindOfInstalments);
repeat("expired-holds", 5 * SECOND, expireHolds);
repeat("due-price-lists", 5 * SECOND, takeDuePriceLists);
repeat("due-release-batches", 5 * SECOND, releaseDueBatches);
repeat("expired-withholdings", MINUTE, expireWithholdings);
repeat("expired-approvals", MINUTE, expireApprovals);
repeatAlone("due-backup", MINUTE, sendDueBackup);
repeat("forget-old", 15 * MINUTE, forgetOld);

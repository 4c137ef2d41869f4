import { endSubstitution } from "~/features/approvals/end-substitution.server";
import { setSubstitute } from "~/features/approvals/set-substitute.server";
import { claimFromPool } from "~/features/customers/claim-from-pool.server";
import { completeBuyer } from "~/features/customers/complete-buyer.server";
import { recordInteraction } from "~/features/customers/record-interaction.server";
import { registerVisitor } from "~/features/customers/register-visitor.server";
import { returnToPool } from "~/features/customers/return-to-pool.server";
import { transferCustomer } from "~/features/customers/transfer-customer.server";
import { cancelHold } from "~/features/deals/cancel-hold.server";
import { confirmUnit } from "~/features/deals/confirm-unit.server";
import { draftSubscription } from "~/features/deals/draft-subscription.server";
import { extendHold } from "~/features/deals/extend-hold.server";
import { extendSignBy } from "~/features/deals/extend-sign-by.server";
import { fileContract } from "~/features/deals/file-contract.server";
import { placeHold } from "~/features/deals/place-hold.server";
import { releaseHold } from "~/features/deals/release-hold.server";
import { signContract } from "~/features/deals/sign-contract.server";
import { signSubscription } from "~/features/deals/sign-subscription.server";
import { splitPayment, takePayment } from "~/features/deals/take-payment.server";
import { askPaymentReversal, askReceiptReversal } from "~/features/finance/ask-reversal.server";
import { draftPriceList, redraftPriceList } from "~/features/pricing/draft-price-list.server";
import { requestPriceList } from "~/features/pricing/request-price-list.server";
import { revokePriceList, withdrawPriceList } from "~/features/pricing/withdraw-price-list.server";
import { setSetting } from "~/features/projects/set-setting.server";
import { assignPermit } from "~/features/units/assign-permit.server";
import { draftReleaseBatch } from "~/features/units/draft-release-batch.server";
import { liftWithholding } from "~/features/units/lift-withholding.server";
import { pullBackUnit } from "~/features/units/pull-back-unit.server";
import { releaseBatch } from "~/features/units/release-batch.server";
import { requestRelease } from "~/features/units/request-release.server";
import { cancelRelease, withdrawRelease } from "~/features/units/withdraw-release.server";
import { withholdUnit } from "~/features/units/withhold-unit.server";
import { bringIn } from "./bring-in";
import { decideSlip } from "./decide-slip";
import { seeHome } from "./see-home";

/** Everything that people do, by the name under which another process is asked to carry it out. */
export const COMMANDS = {
  ...{ registerVisitor, completeBuyer, placeHold, extendHold, releaseHold, cancelHold, withholdUnit, liftWithholding },
  ...{ draftSubscription, confirmUnit, signSubscription, extendSignBy, signContract, fileContract },
  ...{ draftPriceList, redraftPriceList, requestPriceList, withdrawPriceList, revokePriceList },
  ...{ draftReleaseBatch, assignPermit, requestRelease, releaseBatch, withdrawRelease, cancelRelease, pullBackUnit },
  ...{ takePayment, splitPayment, askPaymentReversal, askReceiptReversal, decideSlip, seeHome },
  ...{ recordInteraction, transferCustomer, returnToPool, claimFromPool, setSetting, setSubstitute, endSubstitution },
  bringIn,
};

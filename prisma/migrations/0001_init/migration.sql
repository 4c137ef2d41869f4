-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('RECEPTIONIST', 'CONSULTANT', 'CONTROLLER', 'MANAGER', 'DIRECTOR', 'GM', 'CASHIER', 'ACCOUNTANT', 'FINANCE', 'CLERK', 'MORTGAGE', 'PLANNER', 'SERVICE', 'ENGINEER', 'CHANNEL', 'CONTRACTOR', 'PROPERTY', 'ANALYST', 'ADMIN', 'BUYER');

-- CreateEnum
CREATE TYPE "Locale" AS ENUM ('ZH_CN', 'EN');

-- CreateEnum
CREATE TYPE "GrantScope" AS ENUM ('COMPANY', 'BRANCH', 'PROJECT', 'DEPARTMENT', 'TEAM');

-- CreateEnum
CREATE TYPE "SignInMethod" AS ENUM ('PASSWORD', 'PHONE_CODE', 'API_TOKEN');

-- CreateEnum
CREATE TYPE "PersonKind" AS ENUM ('NATURAL', 'MINOR', 'FOREIGN', 'COMPANY');

-- CreateEnum
CREATE TYPE "Gender" AS ENUM ('FEMALE', 'MALE');

-- CreateEnum
CREATE TYPE "CustomerGrade" AS ENUM ('A', 'B', 'C', 'D');

-- CreateEnum
CREATE TYPE "CustomerStage" AS ENUM ('PROSPECT', 'INTERESTED', 'COMMITTED', 'BUYER', 'LOST');

-- CreateEnum
CREATE TYPE "Purpose" AS ENUM ('LIVE_IN', 'INVEST');

-- CreateEnum
CREATE TYPE "InteractionKind" AS ENUM ('CALL_IN', 'CALL_OUT', 'VISIT_FIRST', 'VISIT_REPEAT', 'OUTREACH', 'MESSAGE', 'CARE', 'ACCOMPANIED', 'NOTE');

-- CreateEnum
CREATE TYPE "OwnershipKind" AS ENUM ('REGISTERED', 'TRANSFERRED', 'CLAIMED', 'RETURNED');

-- CreateEnum
CREATE TYPE "SearchSubject" AS ENUM ('CUSTOMER', 'UNIT', 'DEAL', 'RECEIPT');

-- CreateEnum
CREATE TYPE "DealStage" AS ENUM ('HELD', 'RESERVED', 'CONTRACTED', 'EXPIRED', 'VOIDED', 'CANCELLED', 'FORFEITED', 'SWAPPED');

-- CreateEnum
CREATE TYPE "OwnershipForm" AS ENUM ('SOLE', 'JOINT', 'BY_SHARES');

-- CreateEnum
CREATE TYPE "FilingState" AS ENUM ('NONE', 'FILED', 'RECORDED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "LoanState" AS ENUM ('PAPERS_INCOMPLETE', 'SUBMITTED', 'CHANGE_NEEDED', 'AWAITING_PAYOUT', 'AWAITING_QUOTA', 'AWAITING_RELEASE', 'PAID_OUT', 'REFUSED', 'BANK_CHANGED', 'SETTLED', 'CLOSED');

-- CreateEnum
CREATE TYPE "HandoverState" AS ENUM ('NOTIFIED', 'BOOKED', 'CLEARED', 'INSPECTED', 'DELIVERED', 'TRANSFERRED', 'RETURNED');

-- CreateEnum
CREATE TYPE "TitleState" AS ENUM ('PAPERS', 'TAX', 'SUBMITTED', 'CERTIFIED');

-- CreateEnum
CREATE TYPE "DocumentKind" AS ENUM ('QUOTATION', 'SUBSCRIPTION', 'CONTRACT_SUMMARY', 'RECEIPT');

-- CreateEnum
CREATE TYPE "FactKind" AS ENUM ('VISIT_FIRST', 'VISIT_REPEAT', 'CALL_IN', 'HOLD', 'HOLD_ENDED', 'SUBSCRIPTION', 'SUBSCRIPTION_ENDED', 'CONTRACT', 'CONTRACT_ENDED', 'RECEIPT', 'REFUND');

-- CreateEnum
CREATE TYPE "Purse" AS ENUM ('HOUSE', 'FITTING_OUT', 'AGENCY', 'LATE_FEE', 'AREA_SETTLEMENT', 'FEE');

-- CreateEnum
CREATE TYPE "PaymentMethod" AS ENUM ('CASH', 'POS', 'TRANSFER', 'CHEQUE', 'LOAN', 'ONLINE');

-- CreateEnum
CREATE TYPE "PaymentStatus" AS ENUM ('POSTED', 'CONFIRMED', 'REVERSAL_ASKED', 'REVERSED', 'VOIDED');

-- CreateEnum
CREATE TYPE "ReceiptStatus" AS ENUM ('RECORDED', 'REVERSAL_ASKED', 'REVERSED', 'CARRIED_OVER');

-- CreateEnum
CREATE TYPE "LedgerAccount" AS ENUM ('BANK_SUPERVISED', 'BANK_GENERAL', 'SINCERITY', 'ADVANCES', 'RECEIVABLES', 'CONTRACT_LIABILITIES', 'AGENCY_COLLECTED', 'LATE_FEE_INCOME', 'FORFEITURE_INCOME', 'VAT', 'REFUNDS_PAYABLE', 'REVENUE', 'COMMISSION_PAYABLE', 'CHANNEL_PAYABLE');

-- CreateEnum
CREATE TYPE "BuildingKind" AS ENUM ('PRESALE', 'EXISTING');

-- CreateEnum
CREATE TYPE "MilestoneKind" AS ENUM ('PERMIT', 'OPENING', 'TOPPING_OUT', 'COMPLETION', 'HANDOVER');

-- CreateEnum
CREATE TYPE "UnitUse" AS ENUM ('RESIDENCE', 'SHOP', 'OFFICE', 'PARKING', 'STORAGE');

-- CreateEnum
CREATE TYPE "SaleCategory" AS ENUM ('FOR_SALE', 'KEPT', 'RESETTLEMENT', 'PAID_IN_KIND');

-- CreateEnum
CREATE TYPE "ReleaseState" AS ENUM ('UNRELEASED', 'RELEASED', 'WITHHELD');

-- CreateEnum
CREATE TYPE "PriceBasis" AS ENUM ('GROSS', 'INTERNAL', 'SET');

-- CreateEnum
CREATE TYPE "OpeningState" AS ENUM ('RESERVED', 'CONTRACTED', 'FILED');

-- CreateEnum
CREATE TYPE "ReleaseBatchStatus" AS ENUM ('DRAFT', 'REQUESTED', 'APPROVED', 'RELEASED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "AccountKind" AS ENUM ('SUPERVISED', 'GENERAL');

-- CreateEnum
CREATE TYPE "PartnerKind" AS ENUM ('AGENCY', 'CHANNEL', 'CONTRACTOR', 'PROPERTY_MANAGER');

-- CreateEnum
CREATE TYPE "PriceListStatus" AS ENUM ('DRAFT', 'SUBMITTED', 'APPROVED', 'EFFECTIVE', 'SUPERSEDED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "DiscountStatus" AS ENUM ('DRAFT', 'PUBLISHED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "DiscountKind" AS ENUM ('MULTIPLY', 'POINTS', 'TOTAL_OFF', 'UNIT_OFF');

-- CreateEnum
CREATE TYPE "PlanKind" AS ENUM ('FULL', 'MORTGAGE', 'PROVIDENT', 'COMBINED', 'INSTALMENTS');

-- CreateEnum
CREATE TYPE "PlanStatus" AS ENUM ('DRAFT', 'PUBLISHED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "DueEvent" AS ENUM ('RESERVATION', 'CONTRACT', 'LOAN_APPROVAL', 'TOPPING_OUT', 'COMPLETION', 'HANDOVER', 'TITLE', 'FIXED_DATE');

-- CreateEnum
CREATE TYPE "PlanShare" AS ENUM ('PERCENT', 'AMOUNT', 'REMAINDER');

-- CreateEnum
CREATE TYPE "SettingScope" AS ENUM ('COMPANY', 'BRANCH', 'PROJECT');

-- CreateEnum
CREATE TYPE "ApprovalStatus" AS ENUM ('PENDING', 'APPROVED', 'USED', 'REJECTED', 'WITHDRAWN', 'EXPIRED');

-- CreateEnum
CREATE TYPE "MessageChannel" AS ENUM ('SMS', 'MAIL');

-- CreateEnum
CREATE TYPE "MessageStatus" AS ENUM ('WAITING', 'SENT', 'FAILED');

-- CreateEnum
CREATE TYPE "JobStatus" AS ENUM ('QUEUED', 'RUNNING', 'DONE', 'FAILED');

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "login" TEXT,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT,
    "personId" UUID,
    "teamId" UUID,
    "locale" "Locale" NOT NULL DEFAULT 'ZH_CN',
    "failures" INTEGER NOT NULL DEFAULT 0,
    "lockedUntil" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "disabledAt" TIMESTAMPTZ(3),

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Grant" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "scope" "GrantScope" NOT NULL,
    "branchId" UUID,
    "projectId" UUID,
    "departmentId" UUID,
    "teamId" UUID,
    "partnerId" UUID,
    "grantedAt" TIMESTAMPTZ(3) NOT NULL,
    "grantedById" UUID,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "ip" TEXT NOT NULL,
    "userAgent" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApiToken" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastUsedAt" TIMESTAMPTZ(3),
    "expiresAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ApiToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInAttempt" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "userId" UUID,
    "method" "SignInMethod" NOT NULL,
    "ok" BOOLEAN NOT NULL,
    "reason" TEXT,
    "ip" TEXT NOT NULL,
    "userAgent" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SignInAttempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OneTimeCode" (
    "id" UUID NOT NULL,
    "phone" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "OneTimeCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "kind" "PersonKind" NOT NULL DEFAULT 'NATURAL',
    "name" TEXT NOT NULL,
    "gender" "Gender",
    "birthday" DATE,
    "idKind" TEXT,
    "idCipher" BYTEA,
    "idKeyId" TEXT,
    "idIndex" TEXT,
    "idTailIndex" TEXT,
    "address" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "erasedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PersonPhone" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "e164" TEXT NOT NULL,
    "tail" TEXT NOT NULL,
    "primary" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "PersonPhone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProjectCustomer" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "ownerId" UUID,
    "ownedSince" TIMESTAMPTZ(3),
    "lastFollowUpAt" TIMESTAMPTZ(3),
    "grade" "CustomerGrade",
    "stage" "CustomerStage" NOT NULL DEFAULT 'PROSPECT',
    "source" TEXT NOT NULL DEFAULT '',
    "purpose" "Purpose",
    "firstHome" BOOLEAN,
    "budgetMinFen" BIGINT,
    "budgetMaxFen" BIGINT,
    "areaMin" INTEGER,
    "areaMax" INTEGER,
    "wantedLayout" TEXT NOT NULL DEFAULT '',
    "wantedFloor" TEXT NOT NULL DEFAULT '',
    "district" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID NOT NULL,
    "archivedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ProjectCustomer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Interaction" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "kind" "InteractionKind" NOT NULL,
    "reached" BOOLEAN NOT NULL DEFAULT true,
    "businessOn" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "nextOn" DATE,

    CONSTRAINT "Interaction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OwnershipChange" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "kind" "OwnershipKind" NOT NULL,
    "fromId" UUID,
    "toId" UUID,
    "byId" UUID NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OwnershipChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SearchToken" (
    "projectId" UUID NOT NULL,
    "subject" "SearchSubject" NOT NULL,
    "subjectId" UUID NOT NULL,
    "token" TEXT NOT NULL,

    CONSTRAINT "SearchToken_pkey" PRIMARY KEY ("projectId","subject","subjectId","token")
);

-- CreateTable
CREATE TABLE "Deal" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "consultantId" UUID NOT NULL,
    "stage" "DealStage" NOT NULL,
    "holdUntil" TIMESTAMPTZ(3),
    "holdExtensions" INTEGER NOT NULL DEFAULT 0,
    "holdReason" TEXT NOT NULL DEFAULT '',
    "ownershipForm" "OwnershipForm" NOT NULL DEFAULT 'SOLE',
    "sharesPpm" INTEGER NOT NULL DEFAULT 0,
    "businessOn" DATE NOT NULL,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "endReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Deal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DealBuyer" (
    "dealId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "sharePpm" INTEGER,

    CONSTRAINT "DealBuyer_pkey" PRIMARY KEY ("dealId","personId")
);

-- CreateTable
CREATE TABLE "DealShare" (
    "dealId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "ppm" INTEGER NOT NULL,

    CONSTRAINT "DealShare_pkey" PRIMARY KEY ("dealId","userId")
);

-- CreateTable
CREATE TABLE "Subscription" (
    "dealId" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "planId" UUID NOT NULL,
    "planName" TEXT NOT NULL,
    "planKind" "PlanKind" NOT NULL,
    "schemeIds" UUID[],
    "grossCentiares" INTEGER NOT NULL,
    "internalCentiares" INTEGER NOT NULL,
    "listFen" BIGINT NOT NULL,
    "schemeFen" BIGINT NOT NULL,
    "dealFen" BIGINT NOT NULL,
    "specialDepthPpm" INTEGER NOT NULL,
    "specialRelation" TEXT NOT NULL DEFAULT '',
    "specialReason" TEXT NOT NULL DEFAULT '',
    "approvalId" UUID,
    "derivation" JSONB NOT NULL,
    "schedule" JSONB NOT NULL,
    "earnestFen" BIGINT NOT NULL,
    "eligibilityNote" TEXT NOT NULL,
    "draftedById" UUID NOT NULL,
    "draftedAt" TIMESTAMPTZ(3) NOT NULL,
    "unitConfirmedById" UUID,
    "unitConfirmedAt" TIMESTAMPTZ(3),
    "signedById" UUID,
    "signedAt" TIMESTAMPTZ(3),
    "payBy" TIMESTAMPTZ(3),
    "effectiveAt" TIMESTAMPTZ(3),
    "effectiveOn" DATE,
    "signBy" DATE,
    "signByExtensions" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Subscription_pkey" PRIMARY KEY ("dealId")
);

-- CreateTable
CREATE TABLE "Contract" (
    "dealId" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "signedOn" DATE NOT NULL,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL,
    "preparedById" UUID NOT NULL,
    "approvedById" UUID NOT NULL,
    "areaBasis" "PriceBasis" NOT NULL,
    "grossCentiares" INTEGER NOT NULL,
    "internalCentiares" INTEGER NOT NULL,
    "unitCentifen" BIGINT,
    "priceFen" BIGINT NOT NULL,
    "checklist" JSONB NOT NULL,

    CONSTRAINT "Contract_pkey" PRIMARY KEY ("dealId")
);

-- CreateTable
CREATE TABLE "Filing" (
    "dealId" UUID NOT NULL,
    "state" "FilingState" NOT NULL DEFAULT 'NONE',
    "number" TEXT,
    "filedOn" DATE,
    "recordNumber" TEXT,
    "recordedOn" DATE,
    "withdrawnOn" DATE,

    CONSTRAINT "Filing_pkey" PRIMARY KEY ("dealId")
);

-- CreateTable
CREATE TABLE "NoticeRegistration" (
    "dealId" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "registeredOn" DATE NOT NULL,
    "liftedOn" DATE,

    CONSTRAINT "NoticeRegistration_pkey" PRIMARY KEY ("dealId")
);

-- CreateTable
CREATE TABLE "LoanFile" (
    "dealId" UUID NOT NULL,
    "state" "LoanState" NOT NULL DEFAULT 'PAPERS_INCOMPLETE',
    "bank" TEXT NOT NULL,
    "amountFen" BIGINT NOT NULL,
    "openedOn" DATE NOT NULL,

    CONSTRAINT "LoanFile_pkey" PRIMARY KEY ("dealId")
);

-- CreateTable
CREATE TABLE "Handover" (
    "dealId" UUID NOT NULL,
    "state" "HandoverState" NOT NULL DEFAULT 'NOTIFIED',
    "notifiedOn" DATE NOT NULL,
    "deliveredOn" DATE,

    CONSTRAINT "Handover_pkey" PRIMARY KEY ("dealId")
);

-- CreateTable
CREATE TABLE "TitleFile" (
    "dealId" UUID NOT NULL,
    "state" "TitleState" NOT NULL DEFAULT 'PAPERS',
    "number" TEXT,
    "certifiedOn" DATE,

    CONSTRAINT "TitleFile_pkey" PRIMARY KEY ("dealId")
);

-- CreateTable
CREATE TABLE "DealDocument" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "dealId" UUID NOT NULL,
    "kind" "DocumentKind" NOT NULL,
    "number" TEXT NOT NULL,
    "businessOn" DATE NOT NULL,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,

    CONSTRAINT "DealDocument_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Fact" (
    "seq" BIGSERIAL NOT NULL,
    "xid" BIGINT NOT NULL DEFAULT ((pg_current_xact_id())::text)::bigint,
    "projectId" UUID NOT NULL,
    "kind" "FactKind" NOT NULL,
    "sign" SMALLINT NOT NULL,
    "dealId" UUID,
    "unitId" UUID,
    "customerId" UUID,
    "userId" UUID,
    "businessOn" DATE NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "correctsSeq" BIGINT,
    "amountFen" BIGINT NOT NULL DEFAULT 0,
    "areaCentiares" INTEGER NOT NULL DEFAULT 0,
    "use" "UnitUse",
    "dimensions" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "Fact_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "FactSummary" (
    "projectId" UUID NOT NULL,
    "kind" "FactKind" NOT NULL,
    "use" TEXT NOT NULL,
    "businessOn" DATE NOT NULL,
    "recordedOn" DATE NOT NULL,
    "stripe" SMALLINT NOT NULL,
    "count" INTEGER NOT NULL,
    "amountFen" BIGINT NOT NULL,
    "areaCentiares" BIGINT NOT NULL,

    CONSTRAINT "FactSummary_pkey" PRIMARY KEY ("projectId","kind","businessOn","recordedOn","use","stripe")
);

-- CreateTable
CREATE TABLE "Receivable" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "dealId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "purse" "Purse" NOT NULL DEFAULT 'HOUSE',
    "item" TEXT NOT NULL,
    "dueEvent" "DueEvent" NOT NULL,
    "dueDays" INTEGER NOT NULL DEFAULT 0,
    "dueOn" DATE,
    "loan" BOOLEAN NOT NULL DEFAULT false,
    "amountFen" BIGINT NOT NULL,
    "allocatedFen" BIGINT NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "voidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Receivable_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Payment" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "sellerId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "customerId" UUID,
    "method" "PaymentMethod" NOT NULL,
    "bankReference" TEXT,
    "receivedOn" DATE NOT NULL,
    "businessOn" DATE NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "payerName" TEXT NOT NULL,
    "payerNote" TEXT NOT NULL DEFAULT '',
    "amountFen" BIGINT NOT NULL,
    "receiptedFen" BIGINT NOT NULL DEFAULT 0,
    "refundedFen" BIGINT NOT NULL DEFAULT 0,
    "status" "PaymentStatus" NOT NULL,
    "recordedById" UUID NOT NULL,
    "reversedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Receipt" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "paymentId" UUID NOT NULL,
    "dealId" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "amountFen" BIGINT NOT NULL,
    "allocatedFen" BIGINT NOT NULL DEFAULT 0,
    "status" "ReceiptStatus" NOT NULL DEFAULT 'RECORDED',
    "businessOn" DATE NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedById" UUID NOT NULL,
    "reversedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Receipt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Allocation" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "receiptId" UUID NOT NULL,
    "receivableId" UUID NOT NULL,
    "amountFen" BIGINT NOT NULL,
    "paidOn" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reversesId" UUID,

    CONSTRAINT "Allocation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LedgerEntry" (
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "projectId" UUID NOT NULL,
    "sellerId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "dealId" UUID,
    "paymentId" UUID,
    "receiptId" UUID,
    "reversesId" UUID,
    "businessOn" DATE NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID,

    CONSTRAINT "LedgerEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LedgerLine" (
    "entryId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "account" "LedgerAccount" NOT NULL,
    "amountFen" BIGINT NOT NULL,

    CONSTRAINT "LedgerLine_pkey" PRIMARY KEY ("entryId","position")
);

-- CreateTable
CREATE TABLE "LedgerBalance" (
    "sellerId" UUID NOT NULL,
    "account" "LedgerAccount" NOT NULL,
    "month" DATE NOT NULL,
    "stripe" SMALLINT NOT NULL,
    "debitFen" BIGINT NOT NULL,
    "creditFen" BIGINT NOT NULL,

    CONSTRAINT "LedgerBalance_pkey" PRIMARY KEY ("sellerId","account","month","stripe")
);

-- CreateTable
CREATE TABLE "Counter" (
    "key" TEXT NOT NULL,
    "value" BIGINT NOT NULL,

    CONSTRAINT "Counter_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Permit" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "issuedOn" DATE NOT NULL,
    "supervisedAccountId" UUID NOT NULL,

    CONSTRAINT "Permit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Building" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "phaseId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "BuildingKind" NOT NULL DEFAULT 'PRESALE',

    CONSTRAINT "Building_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Milestone" (
    "id" UUID NOT NULL,
    "buildingId" UUID NOT NULL,
    "kind" "MilestoneKind" NOT NULL,
    "plannedOn" DATE,
    "actualOn" DATE,

    CONSTRAINT "Milestone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Layout" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "rooms" INTEGER NOT NULL,
    "livingRooms" INTEGER NOT NULL,
    "bathrooms" INTEGER NOT NULL,
    "grossCentiares" INTEGER NOT NULL,

    CONSTRAINT "Layout_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Unit" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "buildingId" UUID NOT NULL,
    "permitId" UUID,
    "layoutId" UUID,
    "boardNo" INTEGER NOT NULL,
    "entrance" TEXT NOT NULL DEFAULT '',
    "floorLabel" TEXT NOT NULL,
    "floorNo" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "legalAddress" TEXT NOT NULL DEFAULT '',
    "use" "UnitUse" NOT NULL DEFAULT 'RESIDENCE',
    "orientation" TEXT NOT NULL DEFAULT '',
    "view" TEXT NOT NULL DEFAULT '',
    "grossCentiares" INTEGER NOT NULL,
    "internalCentiares" INTEGER NOT NULL,
    "surveyedGrossCentiares" INTEGER,
    "surveyedInternalCentiares" INTEGER,
    "giftCentiares" INTEGER NOT NULL DEFAULT 0,
    "fittingOut" TEXT NOT NULL DEFAULT '',
    "fittingOutFen" BIGINT NOT NULL DEFAULT 0,
    "landTermUntil" DATE,
    "handoverPromisedOn" DATE,
    "mortgaged" BOOLEAN NOT NULL DEFAULT false,
    "bankConsentOn" DATE,
    "sealed" BOOLEAN NOT NULL DEFAULT false,
    "saleCategory" "SaleCategory" NOT NULL DEFAULT 'FOR_SALE',
    "priceBasis" "PriceBasis" NOT NULL DEFAULT 'GROSS',
    "filedFen" BIGINT,
    "filedUnitCentifen" BIGINT,
    "listFen" BIGINT,
    "floorFen" BIGINT,
    "priceListId" UUID,
    "releaseState" "ReleaseState" NOT NULL DEFAULT 'UNRELEASED',
    "releasedOn" DATE,
    "withheldUntil" TIMESTAMPTZ(3),
    "withheldReason" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Claim" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "dealId" UUID,
    "openingState" "OpeningState",
    "since" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UnitChange" (
    "seq" BIGSERIAL NOT NULL,
    "xid" BIGINT NOT NULL DEFAULT ((pg_current_xact_id())::text)::bigint,
    "projectId" UUID NOT NULL,
    "unitId" UUID NOT NULL,

    CONSTRAINT "UnitChange_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "ReleaseBatch" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "status" "ReleaseBatchStatus" NOT NULL DEFAULT 'DRAFT',
    "opensAt" TIMESTAMPTZ(3) NOT NULL,
    "draftedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "approvedAt" TIMESTAMPTZ(3),
    "releasedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ReleaseBatch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReleaseBatchUnit" (
    "projectId" UUID NOT NULL,
    "batchId" UUID NOT NULL,
    "unitId" UUID NOT NULL,

    CONSTRAINT "ReleaseBatchUnit_pkey" PRIMARY KEY ("batchId","unitId")
);

-- CreateTable
CREATE TABLE "ImportProfile" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ImportProfile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportRun" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "fileSha256" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "result" JSONB NOT NULL,

    CONSTRAINT "ImportRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Company" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Company_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Branch" (
    "id" UUID NOT NULL,
    "companyId" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Branch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Project" (
    "id" UUID NOT NULL,
    "branchId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "city" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "summary" TEXT NOT NULL DEFAULT '',
    "timeZone" TEXT NOT NULL DEFAULT 'Asia/Shanghai',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Phase" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "sellerId" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Phase_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Department" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Department_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Team" (
    "id" UUID NOT NULL,
    "departmentId" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Seller" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "licenceNumber" TEXT NOT NULL,
    "taxNumber" TEXT NOT NULL,

    CONSTRAINT "Seller_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SellerAccount" (
    "id" UUID NOT NULL,
    "sellerId" UUID NOT NULL,
    "kind" "AccountKind" NOT NULL,
    "bank" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "number" TEXT NOT NULL,

    CONSTRAINT "SellerAccount_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Partner" (
    "id" UUID NOT NULL,
    "kind" "PartnerKind" NOT NULL,
    "name" TEXT NOT NULL,
    "contractFrom" DATE NOT NULL,
    "contractUntil" DATE,

    CONSTRAINT "Partner_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PriceList" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "phaseId" UUID NOT NULL,
    "versionNo" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "status" "PriceListStatus" NOT NULL DEFAULT 'DRAFT',
    "effectiveAt" TIMESTAMPTZ(3) NOT NULL,
    "draftedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "approvedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "PriceList_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PriceListLine" (
    "projectId" UUID NOT NULL,
    "priceListId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "listFen" BIGINT NOT NULL,
    "floorFen" BIGINT NOT NULL,

    CONSTRAINT "PriceListLine_pkey" PRIMARY KEY ("priceListId","unitId")
);

-- CreateTable
CREATE TABLE "DiscountScheme" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "status" "DiscountStatus" NOT NULL DEFAULT 'DRAFT',
    "validFrom" DATE NOT NULL,
    "validUntil" DATE,
    "draftedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "DiscountScheme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DiscountLine" (
    "id" UUID NOT NULL,
    "schemeId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "DiscountKind" NOT NULL,
    "ppm" INTEGER,
    "amountFen" BIGINT,
    "unitCentifen" BIGINT,
    "planKind" "PlanKind",
    "signWithin" INTEGER,

    CONSTRAINT "DiscountLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PaymentPlan" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "PlanKind" NOT NULL,
    "status" "PlanStatus" NOT NULL DEFAULT 'DRAFT',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "PaymentPlan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PaymentPlanLine" (
    "id" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "item" TEXT NOT NULL,
    "dueEvent" "DueEvent" NOT NULL,
    "dueDays" INTEGER NOT NULL DEFAULT 0,
    "dueOn" DATE,
    "share" "PlanShare" NOT NULL,
    "ppm" INTEGER,
    "amountFen" BIGINT,
    "loan" BOOLEAN NOT NULL DEFAULT false,
    "earnestCounts" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "PaymentPlanLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "seq" BIGSERIAL NOT NULL,
    "xid" BIGINT NOT NULL DEFAULT ((pg_current_xact_id())::text)::bigint,
    "projectId" UUID,
    "actorId" UUID,
    "requestId" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "reason" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "AuditSeal" (
    "position" BIGINT NOT NULL,
    "entrySeq" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "AuditSeal_pkey" PRIMARY KEY ("position")
);

-- CreateTable
CREATE TABLE "Submission" (
    "actorId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "status" INTEGER NOT NULL DEFAULT 200,
    "answer" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Submission_pkey" PRIMARY KEY ("actorId","key")
);

-- CreateTable
CREATE TABLE "Setting" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "scope" "SettingScope" NOT NULL,
    "branchId" UUID,
    "projectId" UUID,
    "value" JSONB NOT NULL,
    "effectiveFrom" DATE NOT NULL,
    "source" TEXT NOT NULL,
    "setById" UUID,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Approval" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "dealId" UUID,
    "status" "ApprovalStatus" NOT NULL DEFAULT 'PENDING',
    "chain" "Role"[],
    "step" INTEGER NOT NULL DEFAULT 0,
    "reason" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "requestedById" UUID NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Approval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApprovalDecision" (
    "approvalId" UUID NOT NULL,
    "step" INTEGER NOT NULL,
    "deciderId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "yes" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ApprovalDecision_pkey" PRIMARY KEY ("approvalId","step")
);

-- CreateTable
CREATE TABLE "OutboxMessage" (
    "id" UUID NOT NULL,
    "effectKey" TEXT NOT NULL,
    "channel" "MessageChannel" NOT NULL,
    "to" TEXT NOT NULL,
    "personId" UUID,
    "text" TEXT NOT NULL,
    "status" "MessageStatus" NOT NULL DEFAULT 'WAITING',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "OutboxMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attachment" (
    "id" UUID NOT NULL,
    "projectId" UUID,
    "subject" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "JobRun" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "projectId" UUID,
    "byId" UUID,
    "status" "JobStatus" NOT NULL DEFAULT 'QUEUED',
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "input" JSONB NOT NULL DEFAULT '{}',
    "result" JSONB,
    "error" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "JobRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateCount" (
    "key" TEXT NOT NULL,
    "window" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "RateCount_pkey" PRIMARY KEY ("key","window")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_login_key" ON "User"("login");

-- CreateIndex
CREATE UNIQUE INDEX "User_personId_key" ON "User"("personId");

-- CreateIndex
CREATE INDEX "Grant_userId_idx" ON "Grant"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Session_tokenHash_key" ON "Session"("tokenHash");

-- CreateIndex
CREATE INDEX "Session_userId_endedAt_idx" ON "Session"("userId", "endedAt");

-- CreateIndex
CREATE UNIQUE INDEX "ApiToken_tokenHash_key" ON "ApiToken"("tokenHash");

-- CreateIndex
CREATE INDEX "ApiToken_userId_idx" ON "ApiToken"("userId");

-- CreateIndex
CREATE INDEX "SignInAttempt_at_id_idx" ON "SignInAttempt"("at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "OneTimeCode_phone_expiresAt_idx" ON "OneTimeCode"("phone", "expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "Person_idIndex_key" ON "Person"("idIndex");

-- CreateIndex
CREATE INDEX "Person_idTailIndex_idx" ON "Person"("idTailIndex");

-- CreateIndex
CREATE INDEX "PersonPhone_e164_idx" ON "PersonPhone"("e164");

-- CreateIndex
CREATE INDEX "PersonPhone_tail_idx" ON "PersonPhone"("tail");

-- CreateIndex
CREATE UNIQUE INDEX "PersonPhone_personId_e164_key" ON "PersonPhone"("personId", "e164");

-- CreateIndex
CREATE INDEX "ProjectCustomer_projectId_createdAt_id_idx" ON "ProjectCustomer"("projectId", "createdAt" DESC, "id");

-- CreateIndex
CREATE INDEX "ProjectCustomer_projectId_ownerId_createdAt_id_idx" ON "ProjectCustomer"("projectId", "ownerId", "createdAt" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "ProjectCustomer_projectId_personId_key" ON "ProjectCustomer"("projectId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "ProjectCustomer_projectId_id_key" ON "ProjectCustomer"("projectId", "id");

-- CreateIndex
CREATE INDEX "Interaction_customerId_at_idx" ON "Interaction"("customerId", "at" DESC);

-- CreateIndex
CREATE INDEX "Interaction_projectId_businessOn_kind_idx" ON "Interaction"("projectId", "businessOn", "kind");

-- CreateIndex
CREATE INDEX "Interaction_projectId_byId_nextOn_idx" ON "Interaction"("projectId", "byId", "nextOn");

-- CreateIndex
CREATE INDEX "OwnershipChange_customerId_at_idx" ON "OwnershipChange"("customerId", "at");

-- CreateIndex
CREATE INDEX "SearchToken_projectId_token_idx" ON "SearchToken"("projectId", "token");

-- CreateIndex
CREATE INDEX "Deal_stage_holdUntil_idx" ON "Deal"("stage", "holdUntil");

-- CreateIndex
CREATE INDEX "Deal_projectId_stage_enteredAt_id_idx" ON "Deal"("projectId", "stage", "enteredAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Deal_customerId_idx" ON "Deal"("customerId");

-- CreateIndex
CREATE INDEX "Deal_consultantId_stage_idx" ON "Deal"("consultantId", "stage");

-- CreateIndex
CREATE UNIQUE INDEX "Deal_projectId_id_key" ON "Deal"("projectId", "id");

-- CreateIndex
CREATE INDEX "DealBuyer_personId_idx" ON "DealBuyer"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "DealBuyer_dealId_position_key" ON "DealBuyer"("dealId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Subscription_number_key" ON "Subscription"("number");

-- CreateIndex
CREATE INDEX "Subscription_signBy_idx" ON "Subscription"("signBy");

-- CreateIndex
CREATE UNIQUE INDEX "Contract_number_key" ON "Contract"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Filing_number_key" ON "Filing"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Filing_recordNumber_key" ON "Filing"("recordNumber");

-- CreateIndex
CREATE UNIQUE INDEX "NoticeRegistration_number_key" ON "NoticeRegistration"("number");

-- CreateIndex
CREATE UNIQUE INDEX "TitleFile_number_key" ON "TitleFile"("number");

-- CreateIndex
CREATE UNIQUE INDEX "DealDocument_number_key" ON "DealDocument"("number");

-- CreateIndex
CREATE INDEX "DealDocument_dealId_enteredAt_idx" ON "DealDocument"("dealId", "enteredAt");

-- CreateIndex
CREATE INDEX "Fact_projectId_kind_businessOn_idx" ON "Fact"("projectId", "kind", "businessOn");

-- CreateIndex
CREATE INDEX "Fact_dealId_idx" ON "Fact"("dealId");

-- CreateIndex
CREATE INDEX "Receivable_dealId_position_idx" ON "Receivable"("dealId", "position");

-- CreateIndex
CREATE INDEX "Receivable_projectId_dueOn_idx" ON "Receivable"("projectId", "dueOn");

-- CreateIndex
CREATE UNIQUE INDEX "Receivable_projectId_id_key" ON "Receivable"("projectId", "id");

-- CreateIndex
CREATE INDEX "Payment_projectId_receivedOn_id_idx" ON "Payment"("projectId", "receivedOn" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "Payment_projectId_id_key" ON "Payment"("projectId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Receipt_number_key" ON "Receipt"("number");

-- CreateIndex
CREATE INDEX "Receipt_dealId_recordedAt_idx" ON "Receipt"("dealId", "recordedAt");

-- CreateIndex
CREATE INDEX "Receipt_paymentId_idx" ON "Receipt"("paymentId");

-- CreateIndex
CREATE UNIQUE INDEX "Receipt_projectId_id_key" ON "Receipt"("projectId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Allocation_reversesId_key" ON "Allocation"("reversesId");

-- CreateIndex
CREATE INDEX "Allocation_receiptId_idx" ON "Allocation"("receiptId");

-- CreateIndex
CREATE INDEX "Allocation_receivableId_idx" ON "Allocation"("receivableId");

-- CreateIndex
CREATE UNIQUE INDEX "LedgerEntry_seq_key" ON "LedgerEntry"("seq");

-- CreateIndex
CREATE UNIQUE INDEX "LedgerEntry_reversesId_key" ON "LedgerEntry"("reversesId");

-- CreateIndex
CREATE INDEX "LedgerEntry_sellerId_businessOn_seq_idx" ON "LedgerEntry"("sellerId", "businessOn", "seq");

-- CreateIndex
CREATE INDEX "LedgerEntry_dealId_idx" ON "LedgerEntry"("dealId");

-- CreateIndex
CREATE UNIQUE INDEX "Permit_number_key" ON "Permit"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Permit_projectId_id_key" ON "Permit"("projectId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Building_projectId_name_key" ON "Building"("projectId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Building_projectId_id_key" ON "Building"("projectId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Milestone_buildingId_kind_key" ON "Milestone"("buildingId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "Layout_projectId_name_key" ON "Layout"("projectId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Layout_projectId_id_key" ON "Layout"("projectId", "id");

-- CreateIndex
CREATE INDEX "Unit_withheldUntil_idx" ON "Unit"("withheldUntil");

-- CreateIndex
CREATE UNIQUE INDEX "Unit_projectId_buildingId_entrance_floorLabel_number_key" ON "Unit"("projectId", "buildingId", "entrance", "floorLabel", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Unit_projectId_boardNo_key" ON "Unit"("projectId", "boardNo");

-- CreateIndex
CREATE UNIQUE INDEX "Unit_projectId_id_key" ON "Unit"("projectId", "id");

-- CreateIndex
CREATE INDEX "Claim_dealId_idx" ON "Claim"("dealId");

-- CreateIndex
CREATE INDEX "Claim_unitId_since_idx" ON "Claim"("unitId", "since");

-- CreateIndex
CREATE INDEX "UnitChange_projectId_xid_idx" ON "UnitChange"("projectId", "xid");

-- CreateIndex
CREATE INDEX "ReleaseBatch_status_opensAt_idx" ON "ReleaseBatch"("status", "opensAt");

-- CreateIndex
CREATE UNIQUE INDEX "ReleaseBatch_projectId_name_key" ON "ReleaseBatch"("projectId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "ReleaseBatch_projectId_id_key" ON "ReleaseBatch"("projectId", "id");

-- CreateIndex
CREATE INDEX "ReleaseBatchUnit_unitId_idx" ON "ReleaseBatchUnit"("unitId");

-- CreateIndex
CREATE UNIQUE INDEX "ImportProfile_projectId_name_key" ON "ImportProfile"("projectId", "name");

-- CreateIndex
CREATE INDEX "ImportRun_projectId_at_idx" ON "ImportRun"("projectId", "at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Branch_companyId_name_key" ON "Branch"("companyId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Project_code_key" ON "Project"("code");

-- CreateIndex
CREATE UNIQUE INDEX "Project_name_key" ON "Project"("name");

-- CreateIndex
CREATE UNIQUE INDEX "Phase_projectId_name_key" ON "Phase"("projectId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Phase_projectId_id_key" ON "Phase"("projectId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Department_projectId_name_key" ON "Department"("projectId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Team_departmentId_name_key" ON "Team"("departmentId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Seller_name_key" ON "Seller"("name");

-- CreateIndex
CREATE UNIQUE INDEX "Seller_licenceNumber_key" ON "Seller"("licenceNumber");

-- CreateIndex
CREATE UNIQUE INDEX "Seller_taxNumber_key" ON "Seller"("taxNumber");

-- CreateIndex
CREATE UNIQUE INDEX "SellerAccount_number_key" ON "SellerAccount"("number");

-- CreateIndex
CREATE UNIQUE INDEX "SellerAccount_sellerId_id_key" ON "SellerAccount"("sellerId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Partner_name_key" ON "Partner"("name");

-- CreateIndex
CREATE INDEX "PriceList_status_effectiveAt_idx" ON "PriceList"("status", "effectiveAt");

-- CreateIndex
CREATE UNIQUE INDEX "PriceList_phaseId_versionNo_key" ON "PriceList"("phaseId", "versionNo");

-- CreateIndex
CREATE UNIQUE INDEX "PriceList_projectId_id_key" ON "PriceList"("projectId", "id");

-- CreateIndex
CREATE INDEX "PriceListLine_unitId_idx" ON "PriceListLine"("unitId");

-- CreateIndex
CREATE UNIQUE INDEX "DiscountScheme_projectId_name_key" ON "DiscountScheme"("projectId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "DiscountScheme_projectId_id_key" ON "DiscountScheme"("projectId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "DiscountLine_schemeId_position_key" ON "DiscountLine"("schemeId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "PaymentPlan_projectId_name_key" ON "PaymentPlan"("projectId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "PaymentPlan_projectId_id_key" ON "PaymentPlan"("projectId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "PaymentPlanLine_planId_position_key" ON "PaymentPlanLine"("planId", "position");

-- CreateIndex
CREATE INDEX "AuditEntry_subject_seq_idx" ON "AuditEntry"("subject", "seq");

-- CreateIndex
CREATE INDEX "AuditEntry_projectId_seq_idx" ON "AuditEntry"("projectId", "seq" DESC);

-- CreateIndex
CREATE INDEX "AuditEntry_xid_idx" ON "AuditEntry"("xid");

-- CreateIndex
CREATE UNIQUE INDEX "AuditSeal_entrySeq_key" ON "AuditSeal"("entrySeq");

-- CreateIndex
CREATE INDEX "Submission_at_idx" ON "Submission"("at");

-- CreateIndex
CREATE INDEX "Setting_key_effectiveFrom_idx" ON "Setting"("key", "effectiveFrom");

-- CreateIndex
CREATE INDEX "Approval_projectId_status_requestedAt_idx" ON "Approval"("projectId", "status", "requestedAt");

-- CreateIndex
CREATE INDEX "Approval_subject_idx" ON "Approval"("subject");

-- CreateIndex
CREATE UNIQUE INDEX "OutboxMessage_effectKey_key" ON "OutboxMessage"("effectKey");

-- CreateIndex
CREATE INDEX "OutboxMessage_createdAt_id_idx" ON "OutboxMessage"("createdAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Attachment_subject_idx" ON "Attachment"("subject");

-- CreateIndex
CREATE INDEX "Attachment_sha256_idx" ON "Attachment"("sha256");

-- CreateIndex
CREATE INDEX "JobRun_createdAt_id_idx" ON "JobRun"("createdAt" DESC, "id");

-- AddForeignKey
ALTER TABLE "User" ADD CONSTRAINT "User_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "User" ADD CONSTRAINT "User_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Grant" ADD CONSTRAINT "Grant_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Grant" ADD CONSTRAINT "Grant_branchId_fkey" FOREIGN KEY ("branchId") REFERENCES "Branch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Grant" ADD CONSTRAINT "Grant_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Grant" ADD CONSTRAINT "Grant_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "Department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Grant" ADD CONSTRAINT "Grant_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Grant" ADD CONSTRAINT "Grant_partnerId_fkey" FOREIGN KEY ("partnerId") REFERENCES "Partner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApiToken" ADD CONSTRAINT "ApiToken_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonPhone" ADD CONSTRAINT "PersonPhone_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectCustomer" ADD CONSTRAINT "ProjectCustomer_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectCustomer" ADD CONSTRAINT "ProjectCustomer_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectCustomer" ADD CONSTRAINT "ProjectCustomer_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Interaction" ADD CONSTRAINT "Interaction_projectId_customerId_fkey" FOREIGN KEY ("projectId", "customerId") REFERENCES "ProjectCustomer"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Interaction" ADD CONSTRAINT "Interaction_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OwnershipChange" ADD CONSTRAINT "OwnershipChange_projectId_customerId_fkey" FOREIGN KEY ("projectId", "customerId") REFERENCES "ProjectCustomer"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deal" ADD CONSTRAINT "Deal_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deal" ADD CONSTRAINT "Deal_projectId_customerId_fkey" FOREIGN KEY ("projectId", "customerId") REFERENCES "ProjectCustomer"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deal" ADD CONSTRAINT "Deal_consultantId_fkey" FOREIGN KEY ("consultantId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DealBuyer" ADD CONSTRAINT "DealBuyer_dealId_fkey" FOREIGN KEY ("dealId") REFERENCES "Deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DealBuyer" ADD CONSTRAINT "DealBuyer_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DealShare" ADD CONSTRAINT "DealShare_dealId_fkey" FOREIGN KEY ("dealId") REFERENCES "Deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DealShare" ADD CONSTRAINT "DealShare_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Subscription" ADD CONSTRAINT "Subscription_dealId_fkey" FOREIGN KEY ("dealId") REFERENCES "Deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contract" ADD CONSTRAINT "Contract_dealId_fkey" FOREIGN KEY ("dealId") REFERENCES "Deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Filing" ADD CONSTRAINT "Filing_dealId_fkey" FOREIGN KEY ("dealId") REFERENCES "Deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoticeRegistration" ADD CONSTRAINT "NoticeRegistration_dealId_fkey" FOREIGN KEY ("dealId") REFERENCES "Deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LoanFile" ADD CONSTRAINT "LoanFile_dealId_fkey" FOREIGN KEY ("dealId") REFERENCES "Deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Handover" ADD CONSTRAINT "Handover_dealId_fkey" FOREIGN KEY ("dealId") REFERENCES "Deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TitleFile" ADD CONSTRAINT "TitleFile_dealId_fkey" FOREIGN KEY ("dealId") REFERENCES "Deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DealDocument" ADD CONSTRAINT "DealDocument_projectId_dealId_fkey" FOREIGN KEY ("projectId", "dealId") REFERENCES "Deal"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Receivable" ADD CONSTRAINT "Receivable_projectId_dealId_fkey" FOREIGN KEY ("projectId", "dealId") REFERENCES "Deal"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_sellerId_fkey" FOREIGN KEY ("sellerId") REFERENCES "Seller"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_sellerId_accountId_fkey" FOREIGN KEY ("sellerId", "accountId") REFERENCES "SellerAccount"("sellerId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_recordedById_fkey" FOREIGN KEY ("recordedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Receipt" ADD CONSTRAINT "Receipt_projectId_paymentId_fkey" FOREIGN KEY ("projectId", "paymentId") REFERENCES "Payment"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Receipt" ADD CONSTRAINT "Receipt_projectId_dealId_fkey" FOREIGN KEY ("projectId", "dealId") REFERENCES "Deal"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Receipt" ADD CONSTRAINT "Receipt_recordedById_fkey" FOREIGN KEY ("recordedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Allocation" ADD CONSTRAINT "Allocation_projectId_receiptId_fkey" FOREIGN KEY ("projectId", "receiptId") REFERENCES "Receipt"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Allocation" ADD CONSTRAINT "Allocation_projectId_receivableId_fkey" FOREIGN KEY ("projectId", "receivableId") REFERENCES "Receivable"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LedgerEntry" ADD CONSTRAINT "LedgerEntry_sellerId_fkey" FOREIGN KEY ("sellerId") REFERENCES "Seller"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LedgerLine" ADD CONSTRAINT "LedgerLine_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "LedgerEntry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Permit" ADD CONSTRAINT "Permit_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Permit" ADD CONSTRAINT "Permit_supervisedAccountId_fkey" FOREIGN KEY ("supervisedAccountId") REFERENCES "SellerAccount"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Building" ADD CONSTRAINT "Building_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Building" ADD CONSTRAINT "Building_projectId_phaseId_fkey" FOREIGN KEY ("projectId", "phaseId") REFERENCES "Phase"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Milestone" ADD CONSTRAINT "Milestone_buildingId_fkey" FOREIGN KEY ("buildingId") REFERENCES "Building"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Layout" ADD CONSTRAINT "Layout_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Unit" ADD CONSTRAINT "Unit_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Unit" ADD CONSTRAINT "Unit_projectId_buildingId_fkey" FOREIGN KEY ("projectId", "buildingId") REFERENCES "Building"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Unit" ADD CONSTRAINT "Unit_projectId_permitId_fkey" FOREIGN KEY ("projectId", "permitId") REFERENCES "Permit"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Unit" ADD CONSTRAINT "Unit_projectId_layoutId_fkey" FOREIGN KEY ("projectId", "layoutId") REFERENCES "Layout"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_projectId_unitId_fkey" FOREIGN KEY ("projectId", "unitId") REFERENCES "Unit"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_projectId_dealId_fkey" FOREIGN KEY ("projectId", "dealId") REFERENCES "Deal"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReleaseBatch" ADD CONSTRAINT "ReleaseBatch_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReleaseBatchUnit" ADD CONSTRAINT "ReleaseBatchUnit_projectId_batchId_fkey" FOREIGN KEY ("projectId", "batchId") REFERENCES "ReleaseBatch"("projectId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReleaseBatchUnit" ADD CONSTRAINT "ReleaseBatchUnit_projectId_unitId_fkey" FOREIGN KEY ("projectId", "unitId") REFERENCES "Unit"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportProfile" ADD CONSTRAINT "ImportProfile_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportRun" ADD CONSTRAINT "ImportRun_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Branch" ADD CONSTRAINT "Branch_companyId_fkey" FOREIGN KEY ("companyId") REFERENCES "Company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Project" ADD CONSTRAINT "Project_branchId_fkey" FOREIGN KEY ("branchId") REFERENCES "Branch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Phase" ADD CONSTRAINT "Phase_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Phase" ADD CONSTRAINT "Phase_sellerId_fkey" FOREIGN KEY ("sellerId") REFERENCES "Seller"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Department" ADD CONSTRAINT "Department_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Team" ADD CONSTRAINT "Team_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "Department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SellerAccount" ADD CONSTRAINT "SellerAccount_sellerId_fkey" FOREIGN KEY ("sellerId") REFERENCES "Seller"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PriceList" ADD CONSTRAINT "PriceList_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PriceList" ADD CONSTRAINT "PriceList_projectId_phaseId_fkey" FOREIGN KEY ("projectId", "phaseId") REFERENCES "Phase"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PriceListLine" ADD CONSTRAINT "PriceListLine_projectId_priceListId_fkey" FOREIGN KEY ("projectId", "priceListId") REFERENCES "PriceList"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PriceListLine" ADD CONSTRAINT "PriceListLine_projectId_unitId_fkey" FOREIGN KEY ("projectId", "unitId") REFERENCES "Unit"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DiscountScheme" ADD CONSTRAINT "DiscountScheme_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DiscountLine" ADD CONSTRAINT "DiscountLine_schemeId_fkey" FOREIGN KEY ("schemeId") REFERENCES "DiscountScheme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaymentPlan" ADD CONSTRAINT "PaymentPlan_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaymentPlanLine" ADD CONSTRAINT "PaymentPlanLine_planId_fkey" FOREIGN KEY ("planId") REFERENCES "PaymentPlan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Setting" ADD CONSTRAINT "Setting_branchId_fkey" FOREIGN KEY ("branchId") REFERENCES "Branch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Setting" ADD CONSTRAINT "Setting_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_projectId_dealId_fkey" FOREIGN KEY ("projectId", "dealId") REFERENCES "Deal"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_requestedById_fkey" FOREIGN KEY ("requestedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApprovalDecision" ADD CONSTRAINT "ApprovalDecision_approvalId_fkey" FOREIGN KEY ("approvalId") REFERENCES "Approval"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApprovalDecision" ADD CONSTRAINT "ApprovalDecision_deciderId_fkey" FOREIGN KEY ("deciderId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- Written by hand: what the schema language cannot say. tests/catalog/guards.test.ts looks for each name.

CREATE SEQUENCE "document_number";

ALTER TABLE "RateCount" SET UNLOGGED;

ALTER TABLE "SearchToken" ALTER COLUMN token TYPE text COLLATE "C";

-- Accounts

ALTER TABLE "Grant" ADD CONSTRAINT "Grant_names_its_place" CHECK (
  (scope = 'COMPANY' AND num_nonnulls("branchId", "projectId", "departmentId", "teamId") = 0)
  OR (num_nonnulls("branchId", "projectId", "departmentId", "teamId") = 1 AND CASE scope
    WHEN 'BRANCH' THEN "branchId" WHEN 'PROJECT' THEN "projectId"
    WHEN 'DEPARTMENT' THEN "departmentId" WHEN 'TEAM' THEN "teamId" END IS NOT NULL));
ALTER TABLE "User" ADD CONSTRAINT "User_staff_or_buyer" CHECK (login IS NOT NULL OR "personId" IS NOT NULL);

CREATE FUNCTION check_grant_roles() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE held "Role"[];
BEGIN
  -- Two grants given at the same moment wait for each other here.
  PERFORM 1 FROM "User" WHERE id = NEW."userId" FOR UPDATE;
  SELECT array_agg(role) INTO held FROM "Grant" WHERE "userId" = NEW."userId" AND "endedAt" IS NULL;
  IF (held @> '{CASHIER}' AND held && '{ACCOUNTANT,FINANCE}'::"Role"[])
    OR (held @> '{ADMIN}' AND held && '{CONTROLLER,MANAGER,DIRECTOR,GM,CASHIER,ACCOUNTANT,FINANCE}'::"Role"[])
  THEN
    RAISE EXCEPTION 'row violates constraint "%"', TG_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER "Grant_roles_do_not_conflict" AFTER INSERT OR UPDATE ON "Grant"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_grant_roles();

-- Settings

ALTER TABLE "Setting" ADD CONSTRAINT "Setting_names_its_place" CHECK (
  (scope = 'COMPANY' AND num_nonnulls("branchId", "projectId") = 0)
  OR (scope = 'BRANCH' AND "branchId" IS NOT NULL AND "projectId" IS NULL)
  OR (scope = 'PROJECT' AND "projectId" IS NOT NULL AND "branchId" IS NULL));

-- Customers

ALTER TABLE "PersonPhone" ADD CONSTRAINT "PersonPhone_is_e164" CHECK (e164 ~ '^\+[1-9][0-9]{6,14}$');
ALTER TABLE "PersonPhone" ADD CONSTRAINT "PersonPhone_tail_matches" CHECK (tail = right(e164, 4));
CREATE UNIQUE INDEX "PersonPhone_one_primary" ON "PersonPhone" ("personId") WHERE "primary";
ALTER TABLE "Person" ADD CONSTRAINT "Person_id_is_encrypted" CHECK (
  num_nonnulls("idCipher", "idKeyId", "idIndex", "idTailIndex") IN (0, 4));
ALTER TABLE "ProjectCustomer" ADD CONSTRAINT "ProjectCustomer_ranges" CHECK (
  ("budgetMinFen" IS NULL OR "budgetMinFen" >= 0) AND ("areaMin" IS NULL OR "areaMin" >= 0)
  AND ("budgetMaxFen" IS NULL OR "budgetMinFen" IS NULL OR "budgetMaxFen" >= "budgetMinFen")
  AND ("areaMax" IS NULL OR "areaMin" IS NULL OR "areaMax" >= "areaMin"));

-- Inventory and prices

ALTER TABLE "Unit" ADD CONSTRAINT "Unit_areas" CHECK (
  "grossCentiares" > 0 AND "internalCentiares" >= 0 AND "giftCentiares" >= 0);
ALTER TABLE "Unit" ADD CONSTRAINT "Unit_prices" CHECK (
  "filedFen" > 0 AND "listFen" > 0 AND "floorFen" > 0 AND "floorFen" <= "listFen" AND "fittingOutFen" >= 0);
ALTER TABLE "Unit" ADD CONSTRAINT "Unit_released_has_a_price" CHECK ("releaseState" <> 'RELEASED' OR "listFen" IS NOT NULL);
ALTER TABLE "Unit" ADD CONSTRAINT "Unit_withheld_says_why" CHECK (
  "releaseState" <> 'WITHHELD' OR ("withheldReason" IS NOT NULL AND "withheldUntil" IS NOT NULL));
ALTER TABLE "PriceListLine" ADD CONSTRAINT "PriceListLine_prices" CHECK ("floorFen" > 0 AND "floorFen" <= "listFen");
CREATE UNIQUE INDEX "PriceList_one_effective_per_phase" ON "PriceList" ("phaseId") WHERE status = 'EFFECTIVE';
ALTER TABLE "DiscountLine" ADD CONSTRAINT "DiscountLine_has_its_figure" CHECK (
  num_nonnulls(ppm, "amountFen", "unitCentifen") = 1 AND CASE kind
    WHEN 'MULTIPLY' THEN ppm > 0 AND ppm <= 1000000
    WHEN 'POINTS' THEN ppm > 0 AND ppm < 1000000
    WHEN 'TOTAL_OFF' THEN "amountFen" > 0
    WHEN 'UNIT_OFF' THEN "unitCentifen" > 0 END IS TRUE);
ALTER TABLE "PaymentPlanLine" ADD CONSTRAINT "PaymentPlanLine_has_its_figure" CHECK (CASE share
  WHEN 'PERCENT' THEN ppm > 0 AND ppm <= 1000000 AND "amountFen" IS NULL
  WHEN 'AMOUNT' THEN "amountFen" > 0 AND ppm IS NULL
  WHEN 'REMAINDER' THEN ppm IS NULL AND "amountFen" IS NULL END IS TRUE);
ALTER TABLE "PaymentPlanLine" ADD CONSTRAINT "PaymentPlanLine_fixed_date" CHECK (("dueEvent" = 'FIXED_DATE') = ("dueOn" IS NOT NULL));

-- Claims and deals

CREATE UNIQUE INDEX "Claim_one_open_per_unit" ON "Claim" ("unitId") WHERE "endedAt" IS NULL;
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_ends_after_it_began" CHECK ("endedAt" >= since);
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_of_a_deal_or_an_opening" CHECK (num_nonnulls("dealId", "openingState") = 1);
ALTER TABLE "Deal" ADD CONSTRAINT "Deal_hold_has_an_end" CHECK (stage <> 'HELD' OR "holdUntil" IS NOT NULL);
ALTER TABLE "Deal" ADD CONSTRAINT "Deal_ended_has_a_moment" CHECK (
  (stage IN ('HELD', 'RESERVED', 'CONTRACTED')) = ("endedAt" IS NULL));
ALTER TABLE "Deal" ADD CONSTRAINT "Deal_shares_in_range" CHECK ("sharesPpm" BETWEEN 0 AND 1000000);
ALTER TABLE "DealBuyer" ADD CONSTRAINT "DealBuyer_share_in_range" CHECK ("sharePpm" BETWEEN 1 AND 1000000);
ALTER TABLE "DealShare" ADD CONSTRAINT "DealShare_in_range" CHECK (ppm BETWEEN 1 AND 1000000);

CREATE FUNCTION check_deal_claims() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  deal uuid := CASE TG_TABLE_NAME WHEN 'Deal' THEN (to_jsonb(NEW)->>'id')::uuid ELSE (to_jsonb(NEW)->>'dealId')::uuid END;
  live boolean;
  claims bigint;
BEGIN
  IF deal IS NULL THEN RETURN NULL; END IF;
  SELECT stage IN ('HELD', 'RESERVED', 'CONTRACTED') INTO live FROM "Deal" WHERE id = deal;
  SELECT count(*) INTO claims FROM "Claim" WHERE "dealId" = deal AND "endedAt" IS NULL;
  IF live <> (claims > 0) THEN
    RAISE EXCEPTION 'row violates constraint "%"', TG_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER "Deal_live_holds_units" AFTER INSERT OR UPDATE OF stage ON "Deal"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_deal_claims();
CREATE CONSTRAINT TRIGGER "Claim_stands_on_a_live_deal" AFTER INSERT OR UPDATE ON "Claim"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_deal_claims();

CREATE FUNCTION sum_buyer_shares() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP IN ('DELETE', 'UPDATE') THEN
    UPDATE "Deal" SET "sharesPpm" = "sharesPpm" - coalesce(OLD."sharePpm", 0) WHERE id = OLD."dealId";
  END IF;
  IF TG_OP IN ('INSERT', 'UPDATE') THEN
    UPDATE "Deal" SET "sharesPpm" = "sharesPpm" + coalesce(NEW."sharePpm", 0) WHERE id = NEW."dealId";
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "DealBuyer_adds_up" AFTER INSERT OR UPDATE OR DELETE ON "DealBuyer"
  FOR EACH ROW EXECUTE FUNCTION sum_buyer_shares();

CREATE FUNCTION check_buyer_shares() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- The row as it stands at commit: shares are changed one buyer after the other.
  IF EXISTS (
    SELECT 1 FROM "Deal" d WHERE d.id = NEW.id AND d."sharesPpm" <> CASE
      WHEN d."ownershipForm" = 'BY_SHARES' AND EXISTS (SELECT 1 FROM "DealBuyer" b WHERE b."dealId" = d.id) THEN 1000000
      ELSE 0 END
  ) THEN
    RAISE EXCEPTION 'row violates constraint "%"', TG_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER "Deal_buyer_shares_are_whole" AFTER INSERT OR UPDATE OF "sharesPpm", "ownershipForm" ON "Deal"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_buyer_shares();

CREATE FUNCTION check_deal_shares() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE deal uuid := CASE TG_OP WHEN 'DELETE' THEN OLD."dealId" ELSE NEW."dealId" END;
BEGIN
  PERFORM 1 FROM "Deal" WHERE id = deal FOR UPDATE;
  IF (SELECT coalesce(sum(ppm), 1000000) FROM "DealShare" WHERE "dealId" = deal) <> 1000000 THEN
    RAISE EXCEPTION 'row violates constraint "%"', TG_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER "DealShare_is_whole" AFTER INSERT OR UPDATE OR DELETE ON "DealShare"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_deal_shares();

ALTER TABLE "Subscription" ADD CONSTRAINT "Subscription_figures" CHECK (
  "dealFen" > 0 AND "schemeFen" > 0 AND "listFen" > 0 AND "dealFen" <= "schemeFen"
  AND "specialDepthPpm" BETWEEN 0 AND 999999 AND "earnestFen" > 0 AND "earnestFen" <= "dealFen");
ALTER TABLE "Subscription" ADD CONSTRAINT "Subscription_by_three_people" CHECK (
  "unitConfirmedById" <> "draftedById" AND "signedById" <> "draftedById");
ALTER TABLE "Subscription" ADD CONSTRAINT "Subscription_steps_in_order" CHECK (
  num_nonnulls("unitConfirmedById", "unitConfirmedAt") IN (0, 2)
  AND num_nonnulls("signedById", "signedAt", "payBy") IN (0, 3)
  AND num_nonnulls("effectiveAt", "effectiveOn", "signBy") IN (0, 3)
  AND ("signedAt" IS NULL OR "unitConfirmedAt" IS NOT NULL)
  AND ("effectiveAt" IS NULL OR "signedAt" IS NOT NULL));
ALTER TABLE "Contract" ADD CONSTRAINT "Contract_by_two_people" CHECK ("approvedById" <> "preparedById");
ALTER TABLE "Contract" ADD CONSTRAINT "Contract_figures" CHECK (
  "priceFen" > 0 AND "grossCentiares" > 0 AND (("areaBasis" = 'SET') = ("unitCentifen" IS NULL)));
ALTER TABLE "Filing" ADD CONSTRAINT "Filing_has_its_number" CHECK (
  (state = 'NONE' OR (number IS NOT NULL AND "filedOn" IS NOT NULL))
  AND (state <> 'RECORDED' OR ("recordNumber" IS NOT NULL AND "recordedOn" IS NOT NULL)));

-- Approvals

CREATE UNIQUE INDEX "Approval_one_open_per_question" ON "Approval" (kind, subject) WHERE status = 'PENDING';

CREATE FUNCTION check_decider() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Approval" WHERE id = NEW."approvalId" AND "requestedById" = NEW."deciderId") THEN
    RAISE EXCEPTION 'row violates constraint "%"', TG_NAME;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "ApprovalDecision_not_by_the_asker" BEFORE INSERT ON "ApprovalDecision"
  FOR EACH ROW EXECUTE FUNCTION check_decider();

-- Money

ALTER TABLE "Receivable" ADD CONSTRAINT "Receivable_never_overpaid" CHECK (
  "amountFen" > 0 AND "allocatedFen" BETWEEN 0 AND "amountFen");
ALTER TABLE "Receivable" ADD CONSTRAINT "Receivable_voided_is_unpaid" CHECK ("voidedAt" IS NULL OR "allocatedFen" = 0);
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_never_overspent" CHECK (
  "amountFen" > 0 AND "receiptedFen" >= 0 AND "refundedFen" >= 0 AND "receiptedFen" + "refundedFen" <= "amountFen");
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_reversed_is_empty" CHECK (
  status NOT IN ('REVERSED', 'VOIDED') OR ("receiptedFen" = 0 AND "reversedAt" IS NOT NULL));
CREATE UNIQUE INDEX "Payment_bank_reference_once" ON "Payment" ("sellerId", "bankReference")
  WHERE "bankReference" IS NOT NULL AND status NOT IN ('REVERSED', 'VOIDED');
ALTER TABLE "Receipt" ADD CONSTRAINT "Receipt_never_overspent" CHECK (
  "amountFen" > 0 AND "allocatedFen" BETWEEN 0 AND "amountFen");
ALTER TABLE "Receipt" ADD CONSTRAINT "Receipt_reversed_is_empty" CHECK (
  status NOT IN ('REVERSED', 'CARRIED_OVER') OR ("allocatedFen" = 0 AND "reversedAt" IS NOT NULL));
ALTER TABLE "Allocation" ADD CONSTRAINT "Allocation_reversal_is_negative" CHECK (
  "amountFen" <> 0 AND (("amountFen" < 0) = ("reversesId" IS NOT NULL)));
ALTER TABLE "LedgerLine" ADD CONSTRAINT "LedgerLine_is_not_zero" CHECK ("amountFen" <> 0);

CREATE FUNCTION add_allocation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT r."dealId" FROM "Receipt" r WHERE r.id = NEW."receiptId")
    <> (SELECT r."dealId" FROM "Receivable" r WHERE r.id = NEW."receivableId")
    OR (NEW."reversesId" IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM "Allocation" a WHERE a.id = NEW."reversesId" AND a."amountFen" = -NEW."amountFen"
        AND a."receiptId" = NEW."receiptId" AND a."receivableId" = NEW."receivableId"))
  THEN
    RAISE EXCEPTION 'row violates constraint "Allocation_within_one_deal"';
  END IF;
  UPDATE "Receivable" SET "allocatedFen" = "allocatedFen" + NEW."amountFen" WHERE id = NEW."receivableId";
  UPDATE "Receipt" SET "allocatedFen" = "allocatedFen" + NEW."amountFen" WHERE id = NEW."receiptId";
  RETURN NULL;
END $$;

CREATE TRIGGER "Allocation_adds_up" AFTER INSERT ON "Allocation" FOR EACH ROW EXECUTE FUNCTION add_allocation();

CREATE FUNCTION add_receipt() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was bigint := CASE WHEN TG_OP = 'INSERT' OR OLD.status IN ('REVERSED', 'CARRIED_OVER') THEN 0 ELSE OLD."amountFen" END;
  is_now bigint := CASE WHEN NEW.status IN ('REVERSED', 'CARRIED_OVER') THEN 0 ELSE NEW."amountFen" END;
BEGIN
  IF was <> is_now THEN
    UPDATE "Payment" SET "receiptedFen" = "receiptedFen" + is_now - was WHERE id = NEW."paymentId";
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "Receipt_adds_up" AFTER INSERT OR UPDATE OF status ON "Receipt" FOR EACH ROW EXECUTE FUNCTION add_receipt();

CREATE FUNCTION check_receipt_seller() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM "Claim" c JOIN "Unit" u ON u.id = c."unitId" JOIN "Building" b ON b.id = u."buildingId"
      JOIN "Phase" p ON p.id = b."phaseId"
    WHERE c."dealId" = NEW."dealId" AND p."sellerId" <> (SELECT "sellerId" FROM "Payment" WHERE id = NEW."paymentId")
  ) THEN
    RAISE EXCEPTION 'row violates constraint "%"', TG_NAME;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "Receipt_within_one_seller" BEFORE INSERT ON "Receipt" FOR EACH ROW EXECUTE FUNCTION check_receipt_seller();

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'row violates constraint "%"', TG_NAME;
END $$;

-- Figures of papers stand as they were written; only status, totals and versions move on.
CREATE TRIGGER "Payment_figures_are_fixed" BEFORE UPDATE ON "Payment" FOR EACH ROW
  WHEN ((OLD."amountFen", OLD."sellerId", OLD."accountId", OLD."receivedOn", OLD."businessOn", OLD.method)
    IS DISTINCT FROM (NEW."amountFen", NEW."sellerId", NEW."accountId", NEW."receivedOn", NEW."businessOn", NEW.method))
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Receipt_figures_are_fixed" BEFORE UPDATE ON "Receipt" FOR EACH ROW
  WHEN ((OLD."amountFen", OLD."paymentId", OLD."dealId", OLD.number, OLD."businessOn")
    IS DISTINCT FROM (NEW."amountFen", NEW."paymentId", NEW."dealId", NEW.number, NEW."businessOn"))
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Payment_is_kept" BEFORE DELETE OR TRUNCATE ON "Payment" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Receipt_is_kept" BEFORE DELETE OR TRUNCATE ON "Receipt" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Deal_is_kept" BEFORE DELETE OR TRUNCATE ON "Deal" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Claim_is_kept" BEFORE DELETE OR TRUNCATE ON "Claim" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER "Allocation_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "Allocation"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "LedgerEntry_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "LedgerEntry"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "LedgerLine_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "LedgerLine"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Fact_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "Fact"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "AuditEntry_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditEntry"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "AuditSeal_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditSeal"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "SignInAttempt_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "SignInAttempt"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "OwnershipChange_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "OwnershipChange"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "ApprovalDecision_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "ApprovalDecision"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION check_ledger_line() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "LedgerEntry" e WHERE e.id = NEW."entryId" AND e.xmin = pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION 'row violates constraint "%"', TG_NAME;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "LedgerLine_with_its_entry" BEFORE INSERT ON "LedgerLine"
  FOR EACH ROW EXECUTE FUNCTION check_ledger_line();

CREATE FUNCTION check_ledger_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(*) < 2 OR sum("amountFen") <> 0 FROM "LedgerLine" WHERE "entryId" = NEW.id) THEN
    RAISE EXCEPTION 'row violates constraint "%"', TG_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER "LedgerEntry_balances" AFTER INSERT ON "LedgerEntry"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_ledger_entry();

-- Summaries: kept in the transaction of the rows they sum, a stripe per connection, rows in key order.

CREATE FUNCTION sum_ledger_lines() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "LedgerBalance" ("sellerId", account, month, stripe, "debitFen", "creditFen")
  SELECT e."sellerId", l.account, date_trunc('month', e."businessOn")::date, pg_backend_pid() % 16,
    sum(greatest(l."amountFen", 0)), sum(greatest(-l."amountFen", 0))
  FROM written l JOIN "LedgerEntry" e ON e.id = l."entryId"
  GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
  ON CONFLICT ("sellerId", account, month, stripe) DO UPDATE SET
    "debitFen" = "LedgerBalance"."debitFen" + excluded."debitFen",
    "creditFen" = "LedgerBalance"."creditFen" + excluded."creditFen";
  RETURN NULL;
END $$;

CREATE TRIGGER "LedgerLine_adds_up" AFTER INSERT ON "LedgerLine"
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION sum_ledger_lines();

ALTER TABLE "Fact" ADD CONSTRAINT "Fact_sign" CHECK (sign IN (-1, 1) AND "amountFen" >= 0 AND "areaCentiares" >= 0);
ALTER TABLE "Fact" ADD CONSTRAINT "Fact_correction_names_its_fact" CHECK ((sign = -1) = ("correctsSeq" IS NOT NULL));
CREATE UNIQUE INDEX "Fact_corrected_once" ON "Fact" ("correctsSeq") WHERE "correctsSeq" IS NOT NULL;

CREATE FUNCTION sum_facts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "FactSummary"
    ("projectId", kind, "businessOn", "recordedOn", use, stripe, count, "amountFen", "areaCentiares")
  SELECT f."projectId", f.kind, f."businessOn", (f."recordedAt" AT TIME ZONE p."timeZone")::date,
    coalesce(f.use::text, ''), pg_backend_pid() % 16,
    sum(f.sign), sum(f.sign * f."amountFen"), sum(f.sign * f."areaCentiares")
  FROM written f JOIN "Project" p ON p.id = f."projectId"
  GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
  ON CONFLICT ("projectId", kind, "businessOn", "recordedOn", use, stripe) DO UPDATE SET
    count = "FactSummary".count + excluded.count,
    "amountFen" = "FactSummary"."amountFen" + excluded."amountFen",
    "areaCentiares" = "FactSummary"."areaCentiares" + excluded."areaCentiares";
  RETURN NULL;
END $$;

CREATE TRIGGER "Fact_adds_up" AFTER INSERT ON "Fact"
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION sum_facts();

-- What a board must show: whoever writes, a row for each unit touched.

CREATE FUNCTION note_unit_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'Unit' THEN
      INSERT INTO "UnitChange" ("projectId", "unitId") SELECT "projectId", id FROM written;
    WHEN 'Claim' THEN
      INSERT INTO "UnitChange" ("projectId", "unitId") SELECT DISTINCT "projectId", "unitId" FROM written;
    WHEN 'Deal' THEN
      INSERT INTO "UnitChange" ("projectId", "unitId")
      SELECT DISTINCT c."projectId", c."unitId" FROM written d JOIN "Claim" c ON c."dealId" = d.id AND c."endedAt" IS NULL;
    ELSE
      INSERT INTO "UnitChange" ("projectId", "unitId")
      SELECT DISTINCT c."projectId", c."unitId" FROM written s JOIN "Claim" c ON c."dealId" = s."dealId" AND c."endedAt" IS NULL;
  END CASE;
  RETURN NULL;
END $$;

CREATE TRIGGER "Unit_created_is_noted" AFTER INSERT ON "Unit"
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION note_unit_changes();
CREATE TRIGGER "Unit_changed_is_noted" AFTER UPDATE ON "Unit"
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION note_unit_changes();
CREATE TRIGGER "Claim_opened_is_noted" AFTER INSERT ON "Claim"
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION note_unit_changes();
CREATE TRIGGER "Claim_ended_is_noted" AFTER UPDATE ON "Claim"
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION note_unit_changes();
CREATE TRIGGER "Deal_changed_is_noted" AFTER UPDATE ON "Deal"
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION note_unit_changes();
CREATE TRIGGER "Filing_opened_is_noted" AFTER INSERT ON "Filing"
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION note_unit_changes();
CREATE TRIGGER "Filing_changed_is_noted" AFTER UPDATE ON "Filing"
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION note_unit_changes();
CREATE TRIGGER "Handover_opened_is_noted" AFTER INSERT ON "Handover"
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION note_unit_changes();
CREATE TRIGGER "Handover_changed_is_noted" AFTER UPDATE ON "Handover"
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION note_unit_changes();

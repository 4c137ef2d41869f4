// Features from foundation to roof. A feature may use only features listed on an earlier line.
const FEATURE_ORDER = [
  ["accounts", "projects"],
  ["approvals"],
  ["units", "customers"],
  ["finance"],
  ["pricing", "mortgages"],
  ["deals"],
  ["handover", "commissions", "opening"],
  ["marketing", "messaging", "club", "complaints", "surveys", "staff"],
  ["reports", "portal"],
];
const WINGS = "^app/routes/(onsite|management|portal|system|_public)\\+/";

const error = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

const order = FEATURE_ORDER.flatMap((tier, level) =>
  tier.map((feature) => {
    const closed = FEATURE_ORDER.slice(level)
      .flat()
      .filter((other) => other !== feature);
    return error(
      `order-${feature}`,
      "Features import downwards only.",
      { path: `^app/features/${feature}/` },
      { path: `^app/features/(${closed.join("|")})/` },
    );
  }),
);

module.exports = {
  forbidden: [
    error("no-cycles", "The import graph has no loops.", { pathNot: "^app/platform/prisma/" }, { circular: true }),
    error("domain-is-pure", "domain imports only domain.", { path: "^app/domain/" }, { pathNot: "^app/domain/" }),
    error(
      "ui-is-plain",
      "Shared ui knows words and domain types, nothing above.",
      { path: "^app/ui/" },
      { path: "^app/(features|routes|api|platform)/" },
    ),
    error(
      "i18n-knows-words",
      "Words know domain types, nothing else of the app.",
      { path: "^app/i18n/" },
      { path: "^app/(features|routes|api|platform|ui)/" },
    ),
    error(
      "platform-has-no-business",
      "platform knows domain, nothing else of the app.",
      { path: "^app/platform/" },
      { path: "^app/(features|routes|api|ui|i18n)/" },
    ),
    error("features-know-no-route", "Arrows point down.", { path: "^app/features/" }, { path: "^app/(routes|api)/" }),
    error(
      "api-is-an-audience",
      "The interface for machines asks features, as a route does; no page and no component knows it.",
      { path: "^app/api/" },
      { path: "^app/(routes|ui|features/[^/]+/ui)/" },
    ),
    error("routes-know-no-api", "Two audiences side by side.", { path: "^app/(routes|ui)/" }, { path: "^app/api/" }),
    error(
      "features-have-a-place",
      "Each feature stands in the order above.",
      { path: "^app/features/", pathNot: `^app/features/(${FEATURE_ORDER.flat().join("|")})/` },
      {},
    ),
    error("routes-live-in-wings", "A route belongs to one audience.", { path: "^app/routes/", pathNot: WINGS }, {}),
    error(
      "routes-are-islands",
      "A route never imports another route.",
      { path: "^app/routes/" },
      { path: "^app/routes/" },
    ),
    error(
      "routes-do-not-query",
      "A route asks a feature, as the interface for machines does; neither opens the database.",
      { path: "^app/(routes|api)/" },
      { path: "^app/platform/(db\\.server|prisma/)|node_modules/(@prisma|pg)/" },
    ),
    error(
      "feature-ui-is-private",
      "Another feature's ui folder is closed.",
      { path: "^app/features/([^/]+)/" },
      { path: "^app/features/([^/]+)/ui/", pathNot: "^app/features/$1/" },
    ),
    error(
      "browser-code-stays-in-the-browser",
      "Only routes and *.server files import *.server files.",
      { path: "^app/", pathNot: "^app/routes/|\\.server\\.tsx?$|^app/(root|entry\\.server)\\.tsx$" },
      { path: "\\.server\\.tsx?$|^app/platform/prisma/", dependencyTypesNot: ["type-only"] },
    ),
    ...order,
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules|^app/platform/prisma/" },
  },
};

/** A screen and who sees most of it. `link`: the first such address on the page leads on; `after` follows it. */
export type Screen = { route: string; path: string; link?: RegExp; after?: string };

const ID = "[0-9a-f]{8}-[0-9a-f-]{27}";
const to = (path: string) => new RegExp(`/${path.replace("*", ID)}$`);

const ONSITE = "/onsite/yunqi";

const ofCustomer = (step: string): Screen => ({
  route: `onsite+/$project.customers.$customerId${step && `.${step}`}`,
  path: `${ONSITE}/customers`,
  link: to("customers/*"),
  ...(step && { after: `/${step}` }),
});
const plain = (wing: "management" | "onsite", name: string): Screen => ({
  route: `${wing}+/$project.${name}`,
  path: `/${wing}/yunqi/${name.replace("._index", "").replaceAll(".", "/")}`,
});

/** Screens, by the sign-in that looks at it; "" is nobody. */
export const SCREENS: Record<string, Screen[]> = {
  "": [
    { route: "_public+/_index", path: "/" },
    { route: "_public+/sign-in", path: "/sign-in" },
    { route: "_public+/sign-in", path: "/sign-in?door=buyer" },
  ],
  manager: [
    plain("onsite", "deals._index"),
    { route: "onsite+/$project.deals.$dealId._index", path: `${ONSITE}/deals`, link: to("deals/*") },
    { route: "onsite+/$project.deals.$dealId._index", path: `${ONSITE}/deals?stage=CONTRACTED`, link: to("deals/*") },
    ofCustomer("reveal"),
    ofCustomer("transfer"),
    plain("management", "approvals"),
    plain("management", "cockpit"),
  ],
};

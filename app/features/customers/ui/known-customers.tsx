import { Form, Link } from "@remix-run/react";
import { useTexts } from "~/i18n/use-texts";
import { Button } from "~/ui/button";

export type KnownCustomer = {
  customerId: string;
  name: string;
  phone: string | null;
  ownerName: string | null;
  lastVisitOn: string | null;
  /** Within the reader's reach: it can be opened and its visit noted. */
  reached: boolean;
};

type KnownProps = { customers: readonly KnownCustomer[]; base: string };

/** Customers whom the desk knows already: whose they are, when they were here, and one press for "here again". */
export function KnownCustomers({ customers, base }: KnownProps) {
  const { t, day } = useTexts();
  return (
    <ul className="flex flex-col divide-y divide-line rounded-md border border-line bg-accent-soft">
      {customers.map(({ customerId, name, phone, ownerName, lastVisitOn, reached }) => (
        <li key={customerId} className="flex items-center justify-between gap-3 px-3 py-2">
          <div className="min-w-0">
            <p className="font-medium break-words">
              {reached ? <Link to={`${base}/customers/${customerId}`}>{name}</Link> : name}
              {phone && <span className="figures ml-2 font-normal text-ink-soft">{phone}</span>}
            </p>
            <p className="text-xs text-ink-soft">
              {ownerName ? t("customers.ownerIs", { owner: ownerName }) : t("customers.ownerNone")}
              {lastVisitOn && ` · ${t("customers.lastVisit", { on: day(lastVisitOn) })}`}
            </p>
          </div>
          {reached && (
            <Button small variant="primary" className="shrink-0" form={formOf(customerId)}>
              {t("customers.visitAgain")}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The forms behind those buttons; they stand outside the desk's own form, because forms do not nest. */
export function VisitAgainForms({ customers, base, visitKey }: KnownProps & { visitKey: string }) {
  return customers
    .filter(({ reached }) => reached)
    .map(({ customerId }) => (
      <Form key={customerId} id={formOf(customerId)} method="post" action={`${base}/reception`}>
        <input type="hidden" name="intent" value="again" />
        <input type="hidden" name="key" value={visitKey} />
        <input type="hidden" name="customerId" value={customerId} />
      </Form>
    ));
}

const formOf = (customerId: string) => `again-${customerId}`;

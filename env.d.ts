import "@remix-run/node";
import "@remix-run/server-runtime";

declare module "@remix-run/server-runtime" {
  // Loader data keeps its types across the wire (Date stays Date, bigint stays bigint).
  interface Future {
    v3_singleFetch: true;
  }
  /** What server.ts hands to every loader and action. */
  interface AppLoadContext {
    cspNonce: string;
    requestId: string;
    /** The sender's address. */
    clientIp: string;
  }
}

declare module "react" {
  // Native popovers open and close without JavaScript; React 18 passes these attributes through but does not type them.
  interface HTMLAttributes<T> {
    popover?: "auto" | "manual";
  }
  interface ButtonHTMLAttributes<T> {
    popovertarget?: string;
    popovertargetaction?: "show" | "hide" | "toggle";
  }
}

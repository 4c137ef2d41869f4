import { decideReversals } from "~/features/finance/decide-reversals.server";

// The one place where features that ask meet what answers them: who acts on an approval, what a job does. Whatever
// runs commands imports it first.
decideReversals();

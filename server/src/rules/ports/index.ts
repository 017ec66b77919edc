// The rules about ports, and about probes and hooks that name one.
import { portQuotedNumber, portQuotedNumberHook } from "./port-quoted-number.ts";
import { probePortUnresolved } from "./probe-port-unresolved.ts";

export const portRules = [portQuotedNumber, portQuotedNumberHook, probePortUnresolved];

// The rules about ports, and about probes and hooks that name one.
import { grpcPortName } from "./grpc-port-name.ts";
import { hookPortUnresolved } from "./hook-port-unresolved.ts";
import { hostPortComponent } from "./host-port-component.ts";
import { portDuplicate } from "./port-duplicate.ts";
import { portNameInvalid } from "./port-name-invalid.ts";
import { portOutOfRange } from "./port-out-of-range.ts";
import { portQuotedNumber, portQuotedNumberHook } from "./port-quoted-number.ts";
import { probePortElsewhere } from "./probe-port-elsewhere.ts";
import { probePortNotTcp } from "./probe-port-not-tcp.ts";
import { probePortUnresolved } from "./probe-port-unresolved.ts";

export const portRules = [
  portQuotedNumber,
  portQuotedNumberHook,
  portOutOfRange,
  portNameInvalid,
  portDuplicate,
  grpcPortName,
  probePortUnresolved,
  hookPortUnresolved,
  probePortNotTcp,
  probePortElsewhere,
  hostPortComponent,
];

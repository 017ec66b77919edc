// Every declared port of a pod with what the API server makes of it, to hold one against another.
import type { Container, ContainerPort, Pod } from "../../model/pod.ts";
import { asText, field } from "../../model/typed.ts";

/** undefined: templated or of a wrong type, so it equals nothing. */
export interface PortUse {
  readonly container: Container;
  readonly port: ContainerPort;
  /** In the container's list. */
  readonly index: number;
  readonly containerPort: number | undefined;
  /** 0: none. */
  readonly hostPort: number | undefined;
  readonly hostIP: string | undefined;
  readonly protocol: string | undefined;
}

/** In the order of starting. */
export function portUses(pod: Pod, minor: number): PortUse[] {
  return pod.containers
    .filter((each) => each.kindKnown)
    .flatMap((container) => container.ports.map((port) => readUse(pod, minor, container, port)));
}

function readUse(pod: Pod, minor: number, container: Container, port: ContainerPort): PortUse {
  const hostIP = field(port.map, "hostIP", asText);
  const { hostPort, containerPort, protocol } = port;
  const written = hostPort.origin === "absent" ? 0 : hostPort.value;
  return {
    container,
    port,
    index: port.map.index ?? 0,
    containerPort: containerPort.value,
    hostPort: written === 0 && getsHostPort(pod, container, minor) ? containerPort.value : written,
    hostIP: hostIP.origin === "absent" ? "" : hostIP.value,
    protocol: protocol.value,
  };
}

/** With hostNetwork the server fills in hostPort from containerPort: in a Pod always, in a template only before 1.28. */
export const getsHostPort = (pod: Pod, container: Container, minor: number): boolean =>
  pod.hostNetwork.value === true && (!pod.inTemplate || minor < 28) && container.kind !== "ephemeral";

export function sameHostPort(a: PortUse, b: PortUse): boolean {
  return (
    a.hostPort !== undefined &&
    a.hostPort === b.hostPort &&
    a.hostIP !== undefined &&
    a.hostIP === b.hostIP &&
    a.protocol !== undefined &&
    a.protocol === b.protocol
  );
}

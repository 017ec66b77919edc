// The host of an httpGet or tcpSocket: the kubelet on the node is who connects, so loopback is the node.
import type { Handler } from "../../model/probe.ts";
import { asText, field } from "../../model/typed.ts";
import type { Value } from "../../model/value.ts";

export const hostOf = ({ map }: Handler): Value<string> | undefined => map && field(map, "host", asText);

export const isLoopback = (host: string): boolean => /^(?:localhost|127(?:\.\d+){3}|::1|\[::1\])$/i.test(host);

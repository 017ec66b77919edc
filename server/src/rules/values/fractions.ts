// Bytes in thousandths: `512m` of memory is half a byte.
import * as l10n from "@vscode/l10n";
import { milli, one, parseQuantity, quantityText, roundUp } from "../../model/quantity.ts";
import { setScalar } from "../../syntax/edits.ts";
import { rule } from "../rule.ts";

/** Lists in which the server looks, and the resources there that are counted in bytes. */
const inBytes: Readonly<Record<string, readonly string[]>> = {
  "v1.ResourceRequirements.limits": ["memory", "ephemeral-storage"],
  "v1.ResourceRequirements.requests": ["memory", "ephemeral-storage"],
  "v1.PodSpec.overhead": ["memory", "ephemeral-storage"],
  "v1.VolumeResourceRequirements.limits": ["storage"],
  "v1.VolumeResourceRequirements.requests": ["storage"],
};

export const warnOfFractions = rule({
  id: "server-warning",
  severity: "warning",
  on: "value",
  check({ value, object, report, parsed }) {
    const { map, name, node, entry, part, path } = value;
    if (part !== "value" || !entry || (object.root && path[object.path.length] === "status")) return;
    const list = `${map.type}.${name}`;
    if (!Object.hasOwn(inBytes, list) || !inBytes[list]?.includes(entry.name)) return;
    // For the resources of the pod as a whole the server does not look.
    if (map.under === "v1.PodSpec.resources") return;
    const text = quantityText(node);
    const quantity = text === undefined ? undefined : parseQuantity(text);
    if (text === undefined || !quantity || quantity.nano < 0n || roundUp(quantity.nano, milli) % one === 0n) return;
    const thousandths = /^[0-9]+m$/.test(text);
    const reported = report(
      value,
      thousandths
        ? l10n.t("{0} is counted in bytes, and m means thousandths: {1} is {2} bytes.", entry.name, text, bytesOf(text))
        : l10n.t("{0} is counted in whole bytes; {1} is a fraction.", entry.name, text),
    );
    if (!thousandths) return;
    const meant = text.replace("m", "Mi");
    reported.fix(l10n.t("Change to {0}", meant), () => setScalar(parsed, node, meant));
  },
});

const bytesOf = (text: string): number => Number(text.slice(0, -1)) / 1000;

// Whether readers of YAML 1.2 refuse a text too: editors' own YAML support reads with this package.
import { parseDocument } from "yaml";

export function isRefusedAsYaml12(text: string): boolean {
  return parseDocument(text, { strict: false, logLevel: "silent", prettyErrors: false }).errors.length > 0;
}

// The rules about YAML itself and about what an object calls itself.
import { apiVersion } from "./api-version.ts";
import { duplicateKey } from "./duplicate-key.ts";
import { mergeOverrides } from "./merge-overrides.ts";
import { templateUnrendered } from "./template-unrendered.ts";
import { textIgnored } from "./text-ignored.ts";
import { yamlSyntax } from "./yaml-syntax.ts";

export const yamlRules = [yamlSyntax, templateUnrendered, textIgnored, duplicateKey, mergeOverrides, apiVersion];

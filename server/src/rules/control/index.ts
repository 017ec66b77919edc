// What is said of the comments that hush other findings.
import { unusedIgnore } from "./unused-ignore.ts";

export const controlRules = [unusedIgnore];

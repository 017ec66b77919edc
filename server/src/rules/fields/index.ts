// The rules that come from the schema facts and the constraints table alone.
import { badEnum } from "./bad-enum.ts";
import { enumCase } from "./enum-case.ts";
import { listTooLong } from "./list-too-long.ts";
import { missingField } from "./missing-field.ts";
import { nameInvalid } from "./name-invalid.ts";
import { numberRange } from "./number-range.ts";
import { valueInvalid } from "./value-invalid.ts";

export const fieldRules = [missingField, enumCase, badEnum, numberRange, listTooLong, nameInvalid, valueInvalid];

// The rules that come from the schema facts and the constraints table alone.
import { badEnum } from "./bad-enum.ts";
import { enumCase } from "./enum-case.ts";
import { flattenedManifest } from "./flattened-manifest.ts";
import { lifecycleMisplaced } from "./lifecycle-misplaced.ts";
import { lifecycleTypo } from "./lifecycle-typo.ts";
import { listItemNull } from "./list-item-null.ts";
import { listTooLong } from "./list-too-long.ts";
import { missingField } from "./missing-field.ts";
import { nameInvalid } from "./name-invalid.ts";
import { newerField } from "./newer-field.ts";
import { numberRange } from "./number-range.ts";
import { unknownField } from "./unknown-field.ts";
import { valueInvalid } from "./value-invalid.ts";
import { wrongType } from "./wrong-type.ts";
import { yaml11Surprise } from "./yaml11-surprise.ts";

export const fieldRules = [
  flattenedManifest,
  unknownField,
  newerField,
  lifecycleTypo,
  lifecycleMisplaced,
  wrongType,
  yaml11Surprise,
  listItemNull,
  missingField,
  enumCase,
  badEnum,
  numberRange,
  listTooLong,
  nameInvalid,
  valueInvalid,
];

// The rules about values that the API server refuses, where several fields decide together.
import { envInvalid } from "./env-invalid.ts";
import { ephemeralOnCreate } from "./ephemeral-on-create.ts";
import { hostNetworkPort } from "./host-network-port.ts";
import { nameDuplicate } from "./name-duplicate.ts";
import { podFieldsConflict } from "./pod-fields-conflict.ts";
import { resourcesInvalid } from "./resources-invalid.ts";
import { schedulingInvalid } from "./scheduling-invalid.ts";
import { securityContextInvalid } from "./security-context-invalid.ts";
import { serverWarning } from "./server-warning.ts";
import { volumeInvalid } from "./volume-invalid.ts";
import { volumeMountInvalid } from "./volume-mount-invalid.ts";

export const valueRules = [
  nameDuplicate,
  envInvalid,
  ...volumeInvalid,
  volumeMountInvalid,
  ...resourcesInvalid,
  ...securityContextInvalid,
  ...schedulingInvalid,
  podFieldsConflict,
  hostNetworkPort,
  ephemeralOnCreate,
  ...serverWarning,
];

// The rules about what stands around pods: Services, autoscalers, and the metadata of every object.
import { autoscalerInvalid } from "./autoscaler-invalid.ts";
import { metadataConflict } from "./metadata-conflict.ts";
import { serviceInvalid } from "./service-invalid.ts";

export const aroundRules = [serviceInvalid, autoscalerInvalid, metadataConflict];

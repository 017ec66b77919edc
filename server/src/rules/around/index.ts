// The rules about what stands around pods: Services, autoscalers, budgets, and the metadata of every object.
import { autoscalerInvalid } from "./autoscaler-invalid.ts";
import { budgetInvalid } from "./budget-invalid.ts";
import { metadataConflict } from "./metadata-conflict.ts";
import { serviceInvalid } from "./service-invalid.ts";

export const aroundRules = [serviceInvalid, autoscalerInvalid, budgetInvalid, metadataConflict];

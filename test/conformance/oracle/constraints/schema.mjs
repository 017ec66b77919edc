// The types of the API, as data/schema.json has them.
import { readFileSync } from "node:fs";

export const data = new URL("../../../../data/", import.meta.url);
export const schema = JSON.parse(readFileSync(new URL("schema.json", data), "utf8")).types;
export const ROOTS = [
  "v1.Pod",
  "apps/v1.Deployment",
  "apps/v1.StatefulSet",
  "apps/v1.DaemonSet",
  "apps/v1.ReplicaSet",
  "v1.ReplicationController",
  "batch/v1.Job",
  "batch/v1.CronJob",
];
/** Never looked into: the server takes nothing from them, or has no type for what is inside. */
export const SKIP = new Set(["status", "ephemeralContainers", "managedFields", "fieldsV1"]);
export const target = (t) => /ref:([\w/.]+)/.exec(t)?.[1];

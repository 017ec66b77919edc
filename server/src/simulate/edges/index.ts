// The table of edges: everything that the simulator knows of times, by subject. docs/simulator.md explains it.
import { deletion } from "./deletion.ts";
import { job } from "./job.ts";
import { probes } from "./probes.ts";
import { restart } from "./restart.ts";
import { rollout } from "./rollout.ts";
import { start } from "./start.ts";
import { status } from "./status.ts";
import { stop } from "./stop.ts";

export const edges = { start, probes, restart, stop, deletion, status, job, rollout };

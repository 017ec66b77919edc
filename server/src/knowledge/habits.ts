// Fields that people hardly ever write, though an outer or inner map has one of the same name: for telling whose a key is when nothing else does.

/** TYPE.FIELD, also with the field that holds the map: `PARENT.FIELD>TYPE.FIELD`. */
const seldom: ReadonlySet<string> = new Set([
  "v1.PodSpec.containers>v1.Container.restartPolicy",
  "v1.Probe.terminationGracePeriodSeconds",
  "v1.PodSpec.resources",
  "v1.PodTemplateSpec.metadata>meta/v1.ObjectMeta.name",
  "batch/v1.JobTemplateSpec.metadata>meta/v1.ObjectMeta.name",
  "v1.PodSpec.activeDeadlineSeconds",
]);

/** @param under the field that holds the map: `v1.PodSpec.containers` */
export const isSeldom = (type: string, field: string, under: string | undefined): boolean =>
  seldom.has(`${type}.${field}`) || seldom.has(`${under}>${type}.${field}`);

// Constraints of the kinds around pods that data/constraints.json leaves out, found by the same questions to Kubernetes 1.36.
import type { ValueConstraint } from "./constraints.ts";

const metadata: ValueConstraint = {
  required: true,
  absentError: "Required",
  absentAt: ".name",
  empty: false,
  emptyError: "Required",
  emptyAt: ".name",
};
const needed: ValueConstraint = { required: true, absentError: "Required", empty: false, emptyError: "Required" };
const target: ValueConstraint = { ...needed, absentAt: ".type", emptyAt: ".type" };
const text: ValueConstraint = {
  required: true,
  absentError: "Required",
  class: "non-empty",
  error: "Required",
  emptyError: "Required",
};
const pathSegment: ValueConstraint = { ...text, class: "path-segment", error: "Invalid" };
const closed = (values: readonly string[], more: ValueConstraint = {}): ValueConstraint => ({
  enum: values,
  error: "NotSupported",
  ...more,
});
const neededOf = (values: readonly string[]): ValueConstraint =>
  closed(values, { required: true, absentError: "Required", emptyError: "Required" });
const range = (from: number, to: number | null, more: ValueConstraint = {}): ValueConstraint => ({
  range: [[from, to]],
  error: "Invalid",
  ...more,
});

export const moreConstraints: Readonly<Record<string, ValueConstraint>> = {
  "v1.PodTemplate.metadata": metadata,
  "v1.PodTemplate.template": { ...needed, absentAt: ".spec.containers", emptyAt: ".spec.containers" },
  "policy/v1.PodDisruptionBudget.metadata": metadata,
  "policy/v1.PodDisruptionBudgetSpec.maxUnavailable": { range: [[0, null]], class: "percent-100", error: "Invalid" },
  "policy/v1.PodDisruptionBudgetSpec.minAvailable": { range: [[0, null]], class: "percent-100", error: "Invalid" },
  "policy/v1.PodDisruptionBudgetSpec.unhealthyPodEvictionPolicy": closed(["AlwaysAllow", "IfHealthyBudget"]),

  "meta/v1.ManagedFieldsEntry.fieldsType": { enum: ["", "FieldsV1"], error: "Invalid" },
  "meta/v1.ManagedFieldsEntry.manager": { class: "printable", error: "Invalid", max: 128, longError: "TooLong" },
  "meta/v1.ManagedFieldsEntry.operation": {
    required: true,
    absentError: "Invalid",
    enum: ["Apply", "Update"],
    error: "Invalid",
    emptyError: "Invalid",
  },
  "meta/v1.ManagedFieldsEntry.subresource": { max: 256, longError: "TooLong" },

  "v1.EphemeralContainer.name": { ...text, class: "dns-label", error: "Invalid" },

  "v1.Service.metadata": metadata,
  "v1.Service.spec": { ...needed, absentAt: ".ports", emptyAt: ".ports" },
  // Unless the Service is headless or an ExternalName.
  "v1.ServiceSpec.ports": needed,
  // Of an ExternalName only.
  "v1.ServiceSpec.externalName": { required: true, absentError: "Required", emptyError: "Required" },
  "v1.ServiceSpec.externalTrafficPolicy": closed(["", "Cluster", "Local"]),
  "v1.ServiceSpec.internalTrafficPolicy": closed(["Cluster", "Local"]),
  "v1.ServiceSpec.ipFamilies": { item: closed(["IPv4", "IPv6"], { errorAt: "[]" }) },
  "v1.ServiceSpec.ipFamilyPolicy": closed(["PreferDualStack", "RequireDualStack", "SingleStack"]),
  "v1.ServiceSpec.loadBalancerClass": { class: "qualified-name", error: "Invalid" },
  "v1.ServiceSpec.selector": {
    key: { class: "qualified-name", error: "Invalid" },
    value: { class: "label-value", error: "Invalid" },
  },
  "v1.ServiceSpec.sessionAffinity": closed(["", "ClientIP", "None"]),
  "v1.ServiceSpec.trafficDistribution": closed(["PreferClose", "PreferSameNode", "PreferSameZone"]),
  "v1.ServiceSpec.type": closed(["", "ClusterIP", "ExternalName", "LoadBalancer", "NodePort"]),
  "v1.ServicePort.appProtocol": { class: "qualified-name", error: "Invalid" },
  // Of several ports.
  "v1.ServicePort.name": {
    required: true,
    absentError: "Required",
    class: "dns-label-or-empty",
    error: "Invalid",
    emptyError: "Required",
  },
  "v1.ServicePort.port": range(1, 65535, { required: true, absentError: "Invalid" }),
  "v1.ServicePort.protocol": closed(["", "SCTP", "TCP", "UDP"]),
  "v1.ServicePort.targetPort": range(0, 65535, { class: "port-name-or-empty" }),
  "v1.ClientIPConfig.timeoutSeconds": range(1, 86400),

  "autoscaling/v2.HorizontalPodAutoscaler.metadata": metadata,
  "autoscaling/v2.HorizontalPodAutoscaler.spec": { ...needed, absentAt: ".maxReplicas", emptyAt: ".maxReplicas" },
  "autoscaling/v2.HorizontalPodAutoscalerSpec.maxReplicas": range(1, null, { required: true, absentError: "Required" }),
  "autoscaling/v2.HorizontalPodAutoscalerSpec.minReplicas": range(1, null),
  "autoscaling/v2.HorizontalPodAutoscalerSpec.scaleTargetRef": { ...needed, absentAt: ".kind", emptyAt: ".kind" },
  // Of a scaleTargetRef, where it must name a group (autoscaler-invalid); only ReplicationControllers have none.
  "autoscaling/v2.CrossVersionObjectReference.apiVersion": {
    required: true,
    absentError: "Invalid",
    emptyError: "Invalid",
  },
  "autoscaling/v2.CrossVersionObjectReference.kind": pathSegment,
  "autoscaling/v2.CrossVersionObjectReference.name": pathSegment,
  "autoscaling/v2.MetricSpec.type": neededOf(["ContainerResource", "External", "Object", "Pods", "Resource"]),
  "autoscaling/v2.MetricTarget.type": neededOf(["AverageValue", "Utilization", "Value"]),
  "autoscaling/v2.MetricTarget.averageUtilization": range(1, null),
  "autoscaling/v2.MetricTarget.averageValue": { class: "quantity-positive", error: "Invalid" },
  "autoscaling/v2.MetricTarget.value": { class: "quantity-positive", error: "Invalid" },
  "autoscaling/v2.MetricIdentifier.name": pathSegment,
  "autoscaling/v2.ResourceMetricSource.name": text,
  "autoscaling/v2.ContainerResourceMetricSource.container": { ...text, class: "dns-label", error: "Invalid" },
  "autoscaling/v2.ContainerResourceMetricSource.name": text,
  "autoscaling/v2.ContainerResourceMetricSource.target": target,
  "autoscaling/v2.ExternalMetricSource.target": target,
  "autoscaling/v2.ObjectMetricSource.target": target,
  "autoscaling/v2.PodsMetricSource.target": target,
  "autoscaling/v2.ResourceMetricSource.target": target,
  "autoscaling/v2.HPAScalingRules.policies": { empty: false, emptyError: "Required" },
  "autoscaling/v2.HPAScalingRules.tolerance": { class: "quantity-not-negative", error: "Invalid" },
  "autoscaling/v2.HPAScalingRules.selectPolicy": closed(["Disabled", "Max", "Min"]),
  "autoscaling/v2.HPAScalingRules.stabilizationWindowSeconds": range(0, 3600),
  "autoscaling/v2.HPAScalingPolicy.periodSeconds": range(1, 1800, { required: true, absentError: "Invalid" }),
  "autoscaling/v2.HPAScalingPolicy.type": closed(["Percent", "Pods"], { required: true, absentError: "NotSupported" }),
  "autoscaling/v2.HPAScalingPolicy.value": range(1, null, { required: true, absentError: "Invalid" }),
};

/** Whose metadata is checked like that of a kind in the table: the names of Services are labels, the others' subdomains. */
export const metadataLike: Readonly<Record<string, string>> = {
  "v1.PodTemplate.metadata": "v1.Pod.metadata",
  "v1.Service.metadata": "apps/v1.StatefulSet.metadata",
  "autoscaling/v2.HorizontalPodAutoscaler.metadata": "v1.Pod.metadata",
  "policy/v1.PodDisruptionBudget.metadata": "v1.ReplicationController.metadata",
};

/** What holds at one place only, before anything that the table says. */
export const moreExceptions: Readonly<Record<string, Readonly<Record<string, ValueConstraint>>>> = {
  "meta/v1.ObjectMeta.name": {
    // A name in a path, and nothing more is asked of it.
    "policy/v1.PodDisruptionBudget.metadata": pathSegment,
  },
  "meta/v1.ObjectMeta.finalizers": {
    "policy/v1.PodDisruptionBudget.metadata": { item: { class: "qualified-name", error: "Invalid" } },
  },
  // Of other kinds the server sets it itself (of autoscalers from 1.37 on).
  "meta/v1.ObjectMeta.generation": { "v1.Service.metadata": range(0, null) },
};

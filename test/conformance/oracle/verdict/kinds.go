package main

import (
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apiserver/pkg/registry/rest"
	_ "k8s.io/kubernetes/pkg/apis/apps/install"
	_ "k8s.io/kubernetes/pkg/apis/autoscaling/install"
	_ "k8s.io/kubernetes/pkg/apis/batch/install"
	_ "k8s.io/kubernetes/pkg/apis/core/install"
	_ "k8s.io/kubernetes/pkg/apis/policy/install"
	"k8s.io/kubernetes/pkg/registry/apps/daemonset"
	"k8s.io/kubernetes/pkg/registry/apps/deployment"
	"k8s.io/kubernetes/pkg/registry/apps/replicaset"
	"k8s.io/kubernetes/pkg/registry/apps/statefulset"
	"k8s.io/kubernetes/pkg/registry/autoscaling/horizontalpodautoscaler"
	"k8s.io/kubernetes/pkg/registry/batch/cronjob"
	"k8s.io/kubernetes/pkg/registry/batch/job"
	"k8s.io/kubernetes/pkg/registry/core/pod"
	"k8s.io/kubernetes/pkg/registry/core/podtemplate"
	"k8s.io/kubernetes/pkg/registry/core/replicationcontroller"
	"k8s.io/kubernetes/pkg/registry/core/service"
	"k8s.io/kubernetes/pkg/registry/policy/poddisruptionbudget"
)

type resource struct {
	strategy rest.RESTCreateStrategy
	plural   string
}

// served holds the kinds that are judged, at the versions the server serves.
var served = map[schema.GroupVersionKind]resource{
	{Version: "v1", Kind: "Pod"}:                                           {pod.Strategy, "pods"},
	{Version: "v1", Kind: "PodTemplate"}:                                   {podtemplate.Strategy, "podtemplates"},
	{Version: "v1", Kind: "ReplicationController"}:                         {replicationcontroller.Strategy, "replicationcontrollers"},
	{Version: "v1", Kind: "Service"}:                                       {service.Strategy, "services"},
	{Group: "apps", Version: "v1", Kind: "Deployment"}:                     {deployment.Strategy, "deployments"},
	{Group: "apps", Version: "v1", Kind: "StatefulSet"}:                    {statefulset.Strategy, "statefulsets"},
	{Group: "apps", Version: "v1", Kind: "DaemonSet"}:                      {daemonset.Strategy, "daemonsets"},
	{Group: "apps", Version: "v1", Kind: "ReplicaSet"}:                     {replicaset.Strategy, "replicasets"},
	{Group: "batch", Version: "v1", Kind: "Job"}:                           {job.Strategy, "jobs"},
	{Group: "batch", Version: "v1", Kind: "CronJob"}:                       {cronjob.Strategy, "cronjobs"},
	{Group: "autoscaling", Version: "v1", Kind: "HorizontalPodAutoscaler"}: {horizontalpodautoscaler.Strategy, "horizontalpodautoscalers"},
	{Group: "autoscaling", Version: "v2", Kind: "HorizontalPodAutoscaler"}: {horizontalpodautoscaler.Strategy, "horizontalpodautoscalers"},
	{Group: "policy", Version: "v1", Kind: "PodDisruptionBudget"}:          {poddisruptionbudget.Strategy, "poddisruptionbudgets"},
}

// Command schema writes data/schema.json: what the Kubernetes API says about
// every type reachable from a workload — fields, required, enums, defaults,
// the minor in which each first appeared, and its feature gate.
//
// It carries facts only (names, numbers, versions), never a description.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

// Field is one field of a type as the editor needs it.
type Field struct {
	Type        string            `json:"type"`
	Required    bool              `json:"required,omitempty"`
	RequiredBy  string            `json:"requiredBy,omitempty"`
	Enum        map[string]string `json:"enum,omitempty"`
	Open        bool              `json:"open,omitempty"`
	Default     any               `json:"default,omitempty"`
	DefaultWhen string            `json:"defaultWhen,omitempty"`
	Since       string            `json:"since"`
	Gate        string            `json:"gate,omitempty"`
	MergeKey    string            `json:"mergeKey,omitempty"`
	ListKeys    []string          `json:"listKeys,omitempty"`
	Deprecated  bool              `json:"deprecated,omitempty"`
}

type Type struct {
	Fields map[string]*Field `json:"fields"`
}

type Kind struct {
	APIVersion string `json:"apiVersion"`
	Kind       string `json:"kind"`
	Type       string `json:"type"`
	Pod        string `json:"pathToPodSpec,omitempty"`
}

type Schema struct {
	API    string             `json:"api"`
	Oldest string             `json:"oldest"`
	Kinds  []Kind             `json:"kinds"`
	Gates  map[string][]Stage `json:"gates"`
	Types  map[string]*Type   `json:"types"`
}

var kinds = []Kind{
	{"v1", "Pod", "v1.Pod", "spec"},
	{"v1", "PodTemplate", "v1.PodTemplate", "template.spec"},
	{"v1", "ReplicationController", "v1.ReplicationController", "spec.template.spec"},
	{"v1", "Service", "v1.Service", ""},
	{"apps/v1", "DaemonSet", "apps/v1.DaemonSet", "spec.template.spec"},
	{"apps/v1", "Deployment", "apps/v1.Deployment", "spec.template.spec"},
	{"apps/v1", "ReplicaSet", "apps/v1.ReplicaSet", "spec.template.spec"},
	{"apps/v1", "StatefulSet", "apps/v1.StatefulSet", "spec.template.spec"},
	{"autoscaling/v2", "HorizontalPodAutoscaler", "autoscaling/v2.HorizontalPodAutoscaler", ""},
	{"batch/v1", "CronJob", "batch/v1.CronJob", "spec.jobTemplate.spec.template.spec"},
	{"batch/v1", "Job", "batch/v1.Job", "spec.template.spec"},
	{"policy/v1", "PodDisruptionBudget", "policy/v1.PodDisruptionBudget", ""},
}

func main() {
	out := flag.String("o", "../../../../data/schema.json", "where to write")
	scan := flag.Bool("scan-gates", false, "rewrite oldgates.tsv from the old releases (downloads about 4 GB unpacked)")
	check := flag.String("check", "", "compare with the OpenAPI v3 folder of a release instead of writing")
	flag.Parse()
	must(readReleases("releases.tsv"))
	if *scan {
		must(scanGates("oldgates.tsv"))
		return
	}
	s, err := build()
	must(err)
	if *check != "" {
		must(compare(s, *check))
		return
	}
	b, err := encode(s)
	must(err)
	must(os.MkdirAll(filepath.Dir(*out), 0o755))
	must(os.WriteFile(*out, b, 0o644))
	fmt.Printf("%s: %d types, %d gates, %d bytes\n", *out, len(s.Types), len(s.Gates), len(b))
}

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func build() (*Schema, error) {
	var worlds []*World
	for _, v := range apiVersions {
		w, err := loadWorld(v)
		if err != nil {
			return nil, err
		}
		worlds = append(worlds, w)
	}
	newest := worlds[len(worlds)-1]
	s := &Schema{API: minor(newest.version), Oldest: minor(worlds[0].version), Kinds: kinds, Types: map[string]*Type{}}
	for _, k := range kinds {
		if err := collect(newest, k.Type, s.Types); err != nil {
			return nil, err
		}
	}
	seen := newAges(worlds)
	for _, k := range kinds {
		for i := range worlds {
			seen.walk(i, k.Type, k.Type)
		}
	}
	seen.apply(s.Types)
	if err := applyDefaults(s.Types, "defaults/measured.tsv"); err != nil {
		return nil, err
	}
	if err := applyNotes(s.Types); err != nil {
		return nil, err
	}
	gates, err := loadGates("oldgates.tsv")
	if err != nil {
		return nil, err
	}
	s.Gates, err = applyGates(s.Types, newest, gates)
	return s, err
}

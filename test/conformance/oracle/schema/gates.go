package main

import (
	"bufio"
	"fmt"
	"os"
	"regexp"
	"sort"
	"strconv"
	"strings"
)

// Stage is one step in the life of a feature gate.
type Stage struct {
	Version string `json:"version"`
	Stage   string `json:"stage"`
	Default bool   `json:"default"`
}

// lifecycleGates are kept though no field names them.
var lifecycleGates = strings.Fields(`
AllowOverwriteTerminationGracePeriodSeconds ChangeContainerStatusOnKubeletRestart ContainerCheckpoint
ContainerRestartRules ContainerStopSignals DaemonSetUpdateSurge DeploymentReplicaSetTerminatingReplicas
EphemeralContainers EventedPLEG EvictionRequestAPI ExecProbeTimeout GRPCContainerProbe GRPCContainerProbeTLS
GracefulNodeShutdown GracefulNodeShutdownBasedOnPodPriority H2CContainerProbe HPAConfigurableTolerance
HPAContainerMetrics HPAScaleToZero ImageMaximumGCAge ImageVolume InPlacePodVerticalScaling
InPlacePodLevelResourcesVerticalScaling JobBackoffLimitPerIndex JobManagedBy JobPodFailurePolicy
JobPodReplacementPolicy JobSuccessPolicy KubeletCrashLoopBackOffMax KubeletEnsureSecretPulledImages
MaxUnavailableStatefulSet MutablePodResourcesForSuspendedJobs NodeDeclaredFeatures
NodeOutOfServiceVolumeDetach PDBUnhealthyPodEvictionPolicy PodAndContainerStatsFromCRI PodDisruptionConditions
PodHostIPs PodLevelResources PodLifecycleSleepAction PodLifecycleSleepActionAllowZero
PodObservedGenerationTracking PodReadyToStartContainersCondition PodSchedulingReadiness
ProbeHostPodSecurityStandards ProbeTerminationGracePeriod ReduceDefaultCrashLoopBackOffDecay
RestartAllContainersOnContainerExits SeparateTaintEvictionController SidecarContainers StatefulSetAutoDeletePVC
StatefulSetMinReadySeconds StatefulSetStartOrdinal SupplementalGroupsPolicy UserNamespacesSupport`)

type gateTable map[string][]Stage

// loadGates joins the versioned tables of the newest releases with oldgates.tsv.
func loadGates(old string) (gateTable, error) {
	all := gateTable{}
	for _, v := range gateVersions[len(gateVersions)-2:] {
		t, _, err := parseGates(v)
		if err != nil {
			return nil, err
		}
		for g, steps := range all {
			if t[g] == nil {
				all[g] = append(steps, Stage{minor(v), "removed", steps[len(steps)-1].Default})
			}
		}
		for g, s := range t {
			all[g] = merge(all[g], s)
		}
	}
	f, err := os.Open(old)
	if err != nil {
		return nil, fmt.Errorf("%w (run with -scan-gates)", err)
	}
	defer f.Close()
	for sc := bufio.NewScanner(f); sc.Scan(); {
		if strings.HasPrefix(sc.Text(), "#") {
			continue
		}
		c := strings.Split(sc.Text(), "\t")
		all[c[0]] = append(all[c[0]], Stage{c[1], c[2], c[3] == "true"})
	}
	return all, nil
}

// merge keeps one step per version.
func merge(a, b []Stage) []Stage {
	by := map[string]Stage{}
	for _, s := range append(append([]Stage{}, a...), b...) {
		by[s.Version] = s
	}
	out := make([]Stage, 0, len(by))
	for _, s := range by {
		out = append(out, s)
	}
	sort.Slice(out, func(i, j int) bool { return order(out[i].Version) < order(out[j].Version) })
	return out
}

func order(v string) int { n, _ := strconv.Atoi(strings.TrimPrefix(v, "1.")); return n }

// misnamed maps a gate named in a field's marker to the gate that guards it.
var misnamed = map[string]string{"PodCertificateProjection": "PodCertificateRequest"}

// ungated names fields whose words name a gate that guards something near them:
// the server stores them without it (asked: oracle/verdict -stored).
var ungated = map[string]bool{
	"v1.PersistentVolumeClaimSpec.dataSourceRef":    true,
	"v1.PodResourceClaim.resourceClaimTemplateName": true,
}

var prose = regexp.MustCompile(`\b([A-Z][A-Za-z0-9]{5,}) (?:alpha |beta )?feature[- ]?gate`)

// applyGates names a field's gate from its prose where no marker does, and
// keeps the gates that fields or the lifecycle need.
func applyGates(types map[string]*Type, w *World, all gateTable) (map[string][]Stage, error) {
	out := map[string][]Stage{}
	for tn, t := range types {
		for _, raw := range w.flat(tn) {
			f := t.Fields[raw.name]
			if f.Gate == "" {
				if m := prose.FindStringSubmatch(strings.Join(strings.Fields(raw.doc), " ")); m != nil && all[m[1]] != nil {
					f.Gate = m[1]
				}
			}
			if f.Gate == "" {
				continue
			}
			if to := misnamed[f.Gate]; to != "" {
				f.Gate = to
			}
			if all[f.Gate] == nil {
				return nil, fmt.Errorf("%s.%s: gate %s is in no table", tn, raw.name, f.Gate)
			}
			out[f.Gate] = all[f.Gate]
			if ungated[tn+"."+raw.name] {
				f.Gate = ""
			}
		}
	}
	for _, g := range lifecycleGates {
		if all[g] != nil {
			out[g] = all[g]
		} else {
			fmt.Fprintf(os.Stderr, "gate %s is in no table\n", g)
		}
	}
	return out, nil
}

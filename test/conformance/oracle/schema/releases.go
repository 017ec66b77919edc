package main

import (
	"os"
	"strings"
)

// apiVersions are the k8s.io/api releases compared, oldest first; the last one
// is the API described. gateVersions hold pkg/features/kube_features.go: the
// versioned tables of the last two reach back to a gate's birth; the older ones
// are read only by -scan-gates, for gates since removed.
var apiVersions, gateVersions []string

func readReleases(file string) error {
	b, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	for _, line := range strings.Split(strings.TrimSpace(string(b)), "\n") {
		if !strings.HasPrefix(line, "#") {
			c := strings.Split(line, "\t")
			apiVersions, gateVersions = append(apiVersions, c[0]), append(gateVersions, c[1])
		}
	}
	return nil
}

package main

import (
	"fmt"
	"os"
	"strings"
)

// scanGates writes the history of every gate that the newest tables lack.
func scanGates(file string) error {
	now := gateTable{}
	type sample struct {
		minor string
		table gateTable
	}
	var samples []sample
	heads := gateTable{}
	for i, v := range gateVersions {
		t, h, err := parseGates(v)
		if err != nil {
			return err
		}
		samples = append(samples, sample{minor(v), t})
		for g, s := range h {
			heads[g] = s
		}
		if i >= len(gateVersions)-2 {
			for g := range t {
				now[g] = t[g]
			}
		}
	}
	hist := gateTable{}
	removed := map[string]string{}
	for _, s := range samples {
		for g, steps := range s.table {
			if now[g] != nil {
				continue
			}
			if len(steps) > 1 {
				hist[g] = merge(hist[g], steps)
				continue
			}
			if last := len(hist[g]) - 1; last < 0 || hist[g][last].Stage != steps[0].Stage || hist[g][last].Default != steps[0].Default {
				if last < 0 || order(hist[g][last].Version) < order(steps[0].Version) {
					hist[g] = append(hist[g], steps[0])
				}
			}
		}
		for g := range hist {
			if s.table[g] == nil && removed[g] == "" {
				removed[g] = s.minor
			} else if s.table[g] != nil {
				delete(removed, g)
			}
		}
	}
	var b strings.Builder
	b.WriteString("# gate, version, stage, default — gates no longer in the newest tables; written by -scan-gates\n")
	for _, g := range keys(hist) {
		steps := hist[g]
		// The headings tell what happened before the first release sampled; a
		// step that goes on into it has that release's default.
		for i := len(heads[g]) - 1; i >= 0; i-- {
			h := heads[g][i]
			if order(h.Version) >= order(steps[0].Version) {
				continue
			}
			if h.Stage == steps[0].Stage {
				steps[0].Version = h.Version
			} else {
				h.Default = h.Stage != "alpha"
				steps = append([]Stage{h}, steps...)
			}
		}
		var last Stage
		for _, s := range steps {
			if s.Stage != last.Stage || s.Default != last.Default {
				fmt.Fprintf(&b, "%s\t%s\t%s\t%v\n", g, s.Version, s.Stage, s.Default)
			}
			last = s
		}
		if removed[g] != "" {
			fmt.Fprintf(&b, "%s\t%s\tremoved\t%v\n", g, removed[g], last.Default)
		}
	}
	return os.WriteFile(file, []byte(b.String()), 0o644)
}

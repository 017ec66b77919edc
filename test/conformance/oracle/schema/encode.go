package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"sort"
	"strings"
)

// minor turns "v0.37.2" or "v1.37.0" into "1.37".
func minor(v string) string { return "1." + strings.Split(v, ".")[1] }

// encode writes sorted JSON, one field a line: small, and readable in a diff.
func encode(s *Schema) ([]byte, error) {
	var b bytes.Buffer
	put := func(v any) string {
		var t bytes.Buffer
		e := json.NewEncoder(&t)
		e.SetEscapeHTML(false)
		must(e.Encode(v))
		return strings.TrimSpace(t.String())
	}
	fmt.Fprintf(&b, "{\"api\":%q,\"oldest\":%q,\n\"kinds\":[\n", s.API, s.Oldest)
	for i, k := range s.Kinds {
		fmt.Fprintf(&b, "%s%s\n", put(k), comma(i, len(s.Kinds)))
	}
	b.WriteString("],\n\"gates\":{\n")
	names := keys(s.Gates)
	for i, n := range names {
		fmt.Fprintf(&b, "%q:%s%s\n", n, put(s.Gates[n]), comma(i, len(names)))
	}
	b.WriteString("},\n\"types\":{\n")
	names = keys(s.Types)
	for i, n := range names {
		fmt.Fprintf(&b, "%q:{\"fields\":{\n", n)
		fields := keys(s.Types[n].Fields)
		for j, f := range fields {
			fmt.Fprintf(&b, "%q:%s%s\n", f, put(s.Types[n].Fields[f]), comma(j, len(fields)))
		}
		fmt.Fprintf(&b, "}}%s\n", comma(i, len(names)))
	}
	b.WriteString("}}\n")
	if !json.Valid(b.Bytes()) {
		return nil, fmt.Errorf("encode: not valid JSON")
	}
	return b.Bytes(), nil
}

func comma(i, n int) string {
	if i < n-1 {
		return ","
	}
	return ""
}

func keys[V any](m map[string]V) []string {
	ks := make([]string, 0, len(m))
	for k := range m {
		ks = append(ks, k)
	}
	sort.Strings(ks)
	return ks
}

package main

import (
	"go/ast"
	"reflect"
	"regexp"
	"strconv"
	"strings"
)

var deprecated = regexp.MustCompile(`(?im)^deprecated\b|^\s*\(deprecated\)|this field (is|was) deprecated|deprecated:|^DEPRECATED`)

func parseStruct(st *ast.StructType, imports map[string]string) *Struct {
	out := &Struct{}
	for _, f := range st.Fields.List {
		if f.Tag == nil {
			continue
		}
		tag, _ := strconv.Unquote(f.Tag.Value)
		parts := strings.Split(reflect.StructTag(tag).Get("json"), ",")
		if parts[0] == "-" {
			continue
		}
		doc := rawDoc(f.Doc)
		r := rawField{name: parts[0], expr: f.Type, imports: imports, doc: doc}
		r.mergeKey = reflect.StructTag(tag).Get("patchMergeKey")
		optional := len(parts) > 1 && strings.Contains(strings.Join(parts[1:], ","), "omit")
		required := false
		for _, line := range strings.Split(doc, "\n") {
			switch {
			case line == "+optional":
				optional = true
			case line == "+required":
				required = true
			case strings.HasPrefix(line, "+featureGate="):
				r.gate = strings.TrimPrefix(line, "+featureGate=")
			case strings.HasPrefix(line, "+listMapKey="):
				r.listKeys = append(r.listKeys, strings.TrimPrefix(line, "+listMapKey="))
			case strings.HasPrefix(line, "+default="):
				r.defaultValue = strings.TrimPrefix(line, "+default=")
			}
		}
		r.required = required || !optional
		r.deprecated = deprecated.MatchString(doc) || strings.HasPrefix(parts[0], "deprecated")
		out.fields = append(out.fields, r)
	}
	return out
}

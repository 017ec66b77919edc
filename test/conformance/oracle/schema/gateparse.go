package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

var born = regexp.MustCompile(`(?im)^(alpha|beta|ga|stable):\s*v?(1\.\d+)`)

// parseGates reads pkg/features of one release: the table and, from the
// constants' headings, "alpha: v1.21" and the like.
func parseGates(version string) (gateTable, gateTable, error) {
	dir, err := moduleDir("k8s.io/kubernetes", version)
	if err != nil {
		return nil, nil, err
	}
	files, _ := filepath.Glob(filepath.Join(dir, "pkg/features/*kube_features.go"))
	names, table, heads := map[string]string{}, gateTable{}, gateTable{}
	var lits []*ast.CompositeLit
	for _, file := range files {
		af, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return nil, nil, err
		}
		for _, d := range af.Decls {
			g, ok := d.(*ast.GenDecl)
			if !ok {
				continue
			}
			for _, s := range g.Specs {
				vs, ok := s.(*ast.ValueSpec)
				if !ok || len(vs.Values) != 1 {
					continue
				}
				switch v := vs.Values[0].(type) {
				case *ast.BasicLit:
					name, _ := strconv.Unquote(v.Value)
					names[vs.Names[0].Name] = name
					for _, m := range born.FindAllStringSubmatch(rawDoc(vs.Doc), -1) {
						heads[name] = append(heads[name], Stage{m[2], stageName(m[1]), false})
					}
				case *ast.CompositeLit:
					lits = append(lits, v)
				}
			}
		}
	}
	for _, l := range lits {
		for _, e := range l.Elts {
			kv, ok := e.(*ast.KeyValueExpr)
			if !ok {
				continue
			}
			id, ok := kv.Key.(*ast.Ident)
			v, isLit := kv.Value.(*ast.CompositeLit)
			if !ok || !isLit || names[id.Name] == "" {
				continue
			}
			if st, ok := spec(v, minor(version)); ok {
				table[names[id.Name]] = []Stage{st}
				continue
			}
			var steps []Stage
			for _, x := range v.Elts {
				if c, ok := x.(*ast.CompositeLit); ok {
					if st, ok := spec(c, ""); ok {
						steps = append(steps, st)
					}
				}
			}
			if len(steps) > 0 {
				table[names[id.Name]] = steps
			}
		}
	}
	if len(table) < 50 {
		return nil, nil, fmt.Errorf("%s: only %d gates read", version, len(table))
	}
	return table, heads, nil
}

func spec(c *ast.CompositeLit, at string) (Stage, bool) {
	s, found := Stage{Version: at}, false
	for _, e := range c.Elts {
		kv, ok := e.(*ast.KeyValueExpr)
		if !ok {
			return s, false
		}
		key, ok := kv.Key.(*ast.Ident)
		if !ok {
			return s, false
		}
		switch key.Name {
		case "Default":
			id, _ := kv.Value.(*ast.Ident)
			s.Default = id != nil && id.Name == "true"
		case "PreRelease":
			sel, _ := kv.Value.(*ast.SelectorExpr)
			if sel != nil {
				s.Stage, found = stageName(sel.Sel.Name), true
			}
		case "Version":
			if call, ok := kv.Value.(*ast.CallExpr); ok {
				s.Version, _ = strconv.Unquote(call.Args[0].(*ast.BasicLit).Value)
			}
		}
	}
	return s, found && s.Version != ""
}

func stageName(s string) string {
	switch strings.ToLower(s) {
	case "stable":
		return "ga"
	case "prealpha":
		return "alpha"
	}
	return strings.ToLower(s)
}

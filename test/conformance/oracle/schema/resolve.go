package main

import (
	"go/ast"
	"strings"
)

// flat returns a struct's fields with inlined ones in place.
func (w *World) flat(key string) []struct {
	rawField
	gv string
} {
	type item = struct {
		rawField
		gv string
	}
	gv, name := split(key)
	p := w.pkgs[gv]
	if p == nil || p.structs[name] == nil {
		return nil
	}
	var out []item
	for _, f := range p.structs[name].fields {
		if f.name != "" {
			out = append(out, item{f, gv})
			continue
		}
		if r := w.resolve(gv, f); r.leaf != "" {
			out = append(out, w.flat(r.leaf)...)
		}
	}
	return out
}

func split(key string) (gv, name string) {
	i := strings.LastIndex(key, ".")
	return key[:i], key[i+1:]
}

func (w *World) resolve(gv string, f rawField) Ref { return w.expr(gv, f.expr, f.imports) }

func (w *World) expr(gv string, e ast.Expr, imports map[string]string) Ref {
	switch t := e.(type) {
	case *ast.StarExpr:
		return w.expr(gv, t.X, imports)
	case *ast.ArrayType:
		if id, ok := t.Elt.(*ast.Ident); ok && id.Name == "byte" {
			return Ref{text: "string"}
		}
		r := w.expr(gv, t.Elt, imports)
		r.text = "array<" + r.text + ">"
		return r
	case *ast.MapType:
		r := w.expr(gv, t.Value, imports)
		r.text = "map<" + r.text + ">"
		return r
	case *ast.SelectorExpr:
		path := imports[t.X.(*ast.Ident).Name]
		if to, ok := gvByImport[path]; ok {
			return w.name(to, t.Sel.Name)
		}
		switch t.Sel.Name {
		case "Quantity":
			return Ref{text: "quantity"}
		case "IntOrString":
			return Ref{text: "int-or-string"}
		case "UID", "NodeName", "NamespacedName":
			return Ref{text: "string"}
		}
		return Ref{text: "object"}
	case *ast.Ident:
		return w.name(gv, t.Name)
	}
	return Ref{text: "object"}
}

func (w *World) name(gv, name string) Ref {
	switch name {
	case "string":
		return Ref{text: "string"}
	case "bool":
		return Ref{text: "boolean"}
	case "int32", "int64":
		return Ref{text: "integer:" + name}
	case "int":
		return Ref{text: "integer:int64"}
	case "float64", "float32":
		return Ref{text: "number"}
	}
	if gv == "meta/v1" {
		switch name {
		case "Time", "MicroTime":
			return Ref{text: "time"}
		case "Duration":
			return Ref{text: "duration"}
		case "FieldsV1":
			return Ref{text: "object"}
		}
	}
	p := w.pkgs[gv]
	if p.structs[name] != nil {
		return Ref{text: "ref:" + gv + "." + name, leaf: gv + "." + name}
	}
	if under, ok := p.named[name]; ok {
		r := w.expr(gv, under, nil)
		if r.text == "string" && len(p.consts[name]) > 0 {
			r.enum = gv + "." + name
		}
		if name == "ResourceList" {
			r = Ref{text: "map<quantity>"}
		}
		return r
	}
	return Ref{text: "object"}
}

func (w *World) values(enum string) []string {
	gv, name := split(enum)
	return w.pkgs[gv].consts[name]
}

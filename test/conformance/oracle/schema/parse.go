package main

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

// World is the API of one release: packages by group-version.
type World struct {
	version string
	pkgs    map[string]*Pkg
}

// Pkg is one parsed API package.
type Pkg struct {
	gv      string
	structs map[string]*Struct
	named   map[string]ast.Expr
	closed  map[string]bool     // types marked +enum
	consts  map[string][]string // type → values
	imports map[string]string   // alias → group-version or import path
}

type Struct struct {
	fields []rawField
}

type rawField struct {
	name                         string // JSON name; "" when inlined
	expr                         ast.Expr
	imports                      map[string]string
	required, deprecated         bool
	gate, mergeKey, defaultValue string
	listKeys                     []string
	doc                          string
}

// Ref is a resolved field type: a shape around a primitive or a struct.
type Ref struct {
	text string // as printed
	leaf string // struct key, or "" for a primitive
	enum string // key of the enum's type, if it has values
}

var groupVersions = map[string]string{
	"v1": "core/v1", "apps/v1": "apps/v1", "batch/v1": "batch/v1",
	"autoscaling/v2": "autoscaling/v2", "policy/v1": "policy/v1",
	"scheduling/v1alpha3": "scheduling/v1alpha3",
}

func moduleDir(mod, version string) (string, error) {
	cmd := exec.Command("go", "mod", "download", "-json", mod+"@"+version)
	cmd.Dir = "/"
	b, err := cmd.Output()
	var r struct{ Dir, Error string }
	if e := json.Unmarshal(b, &r); e != nil || r.Error != "" || r.Dir == "" {
		return "", fmt.Errorf("%s@%s: %v %s", mod, version, err, r.Error)
	}
	return r.Dir, nil
}

func loadWorld(version string) (*World, error) {
	w := &World{version: version, pkgs: map[string]*Pkg{}}
	dir, err := moduleDir("k8s.io/api", version)
	if err != nil {
		return nil, err
	}
	for gv, sub := range groupVersions {
		if _, err := os.Stat(filepath.Join(dir, sub)); err != nil {
			continue // younger than this release
		}
		if w.pkgs[gv], err = parsePkg(gv, filepath.Join(dir, sub)); err != nil {
			return nil, err
		}
	}
	// Metadata types are older than any release compared, so the newest serves all.
	dir, err = moduleDir("k8s.io/apimachinery", apiVersions[len(apiVersions)-1])
	if err != nil {
		return nil, err
	}
	w.pkgs["meta/v1"], err = parsePkg("meta/v1", filepath.Join(dir, "pkg/apis/meta/v1"))
	return w, err
}

func parsePkg(gv, dir string) (*Pkg, error) {
	p := &Pkg{gv: gv, structs: map[string]*Struct{}, named: map[string]ast.Expr{}, closed: map[string]bool{}, consts: map[string][]string{}, imports: map[string]string{}}
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("%s: no Go files (%v)", dir, err)
	}
	for _, f := range files {
		base := filepath.Base(f)
		if strings.HasSuffix(base, "_test.go") || strings.HasPrefix(base, "zz_") || strings.HasPrefix(base, "generated") || strings.HasPrefix(base, "types_swagger") {
			continue
		}
		af, err := parser.ParseFile(token.NewFileSet(), f, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		p.add(af)
	}
	return p, nil
}

var gvByImport = map[string]string{
	"k8s.io/api/core/v1": "v1", "k8s.io/api/apps/v1": "apps/v1", "k8s.io/api/batch/v1": "batch/v1",
	"k8s.io/api/autoscaling/v2": "autoscaling/v2", "k8s.io/api/policy/v1": "policy/v1",
	"k8s.io/api/scheduling/v1alpha3":       "scheduling/v1alpha3",
	"k8s.io/apimachinery/pkg/apis/meta/v1": "meta/v1",
}

func (p *Pkg) add(f *ast.File) {
	imports := map[string]string{}
	for _, im := range f.Imports {
		path, _ := strconv.Unquote(im.Path.Value)
		alias := path[strings.LastIndex(path, "/")+1:]
		if im.Name != nil {
			alias = im.Name.Name
		}
		imports[alias] = path
	}
	for _, d := range f.Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok {
			continue
		}
		for _, s := range g.Specs {
			switch s := s.(type) {
			case *ast.TypeSpec:
				doc := s.Doc.Text() + rawDoc(g.Doc) + rawDoc(s.Doc)
				if st, ok := s.Type.(*ast.StructType); ok {
					p.structs[s.Name.Name] = parseStruct(st, imports)
				} else {
					p.named[s.Name.Name] = s.Type
					p.closed[s.Name.Name] = strings.Contains(doc, "+enum") || strings.Contains(doc, "+k8s:enum")
				}
			case *ast.ValueSpec:
				id, ok := s.Type.(*ast.Ident)
				if !ok || g.Tok != token.CONST {
					continue
				}
				for _, v := range s.Values {
					if l, ok := v.(*ast.BasicLit); ok && l.Kind == token.STRING {
						u, _ := strconv.Unquote(l.Value)
						p.consts[id.Name] = append(p.consts[id.Name], u)
					}
				}
			}
		}
	}
}

// rawDoc keeps the +markers that CommentGroup.Text drops nothing of.
func rawDoc(c *ast.CommentGroup) string {
	if c == nil {
		return ""
	}
	var b strings.Builder
	for _, l := range c.List {
		b.WriteString(strings.TrimSpace(strings.TrimPrefix(l.Text, "//")) + "\n")
	}
	return b.String()
}

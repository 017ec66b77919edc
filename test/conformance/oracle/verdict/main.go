// Command verdict says what a Kubernetes API server answers to the creation of
// each object in YAML files, without a server: it decodes strictly, defaults,
// prepares, validates and collects warnings with the server's own code. The
// release is that of k8s.io/kubernetes in go.mod.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sort"

	"github.com/go-logr/logr"
	utilfeature "k8s.io/apiserver/pkg/util/feature"
	"k8s.io/klog/v2"
	"k8s.io/kubernetes/pkg/capabilities"
)

type options struct {
	fieldValidation string
	defaults        bool
	stored          bool
	messages        bool
}

func main() {
	var opt options
	flag.StringVar(&opt.fieldValidation, "field-validation", "Strict", "Strict, Warn or Ignore, as kubectl --validate sends it")
	flag.BoolVar(&opt.defaults, "defaults", false, "add the object after defaulting")
	flag.BoolVar(&opt.stored, "stored", false, "add the object as the server would store it, less what it drops")
	flag.BoolVar(&opt.messages, "messages", false, "add the message the server would send for each error")
	rel := flag.String("rel", "", "print file paths relative to this folder")
	gates := flag.String("feature-gates", "", "feature gates, as kube-apiserver takes them: K=true,K2=false")
	privileged := flag.Bool("allow-privileged", true, "as kube-apiserver --allow-privileged: off by its own default, on in real clusters")
	flag.Parse()
	capabilities.Setup(*privileged, 0)
	// What the server would log is none of the answer.
	klog.SetLogger(logr.Discard())
	if *gates != "" {
		if err := utilfeature.DefaultMutableFeatureGate.Set(*gates); err != nil {
			fail(err)
		}
	}

	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	emit := func(name string, data []byte) {
		for _, r := range judgeFile(relative(*rel, name), data, opt) {
			if err := enc.Encode(r); err != nil {
				fail(err)
			}
		}
	}
	if flag.NArg() == 0 {
		data, err := io.ReadAll(os.Stdin)
		if err != nil {
			fail(err)
		}
		emit("-", data)
	}
	for _, arg := range flag.Args() {
		for _, name := range filesIn(arg) {
			data, err := os.ReadFile(name)
			if err != nil {
				fail(err)
			}
			emit(name, data)
		}
	}
}

func relative(folder, name string) string {
	if folder == "" || name == "-" {
		return name
	}
	if r, err := filepath.Rel(folder, name); err == nil {
		return r
	}
	return name
}

// filesIn returns a file itself, whatever its name, or the manifests of a folder.
func filesIn(arg string) []string {
	var files []string
	err := filepath.WalkDir(arg, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		ext := filepath.Ext(p)
		if !d.IsDir() && (p == arg || ext == ".yaml" || ext == ".yml" || ext == ".json") {
			files = append(files, p)
		}
		return nil
	})
	if err != nil {
		fail(err)
	}
	sort.Strings(files)
	return files
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "verdict:", err)
	os.Exit(1)
}

package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"strings"

	jsonserializer "k8s.io/apimachinery/pkg/runtime/serializer/json"
	utilyaml "k8s.io/apimachinery/pkg/util/yaml"
	"sigs.k8s.io/yaml"
)

// judgeFile splits the file at its document separators; documents that hold
// nothing but comments do not count.
func judgeFile(name string, data []byte, opt options) []*result {
	var results []*result
	reader := utilyaml.NewYAMLReader(bufio.NewReader(bytes.NewReader(data)))
	for doc := 0; ; {
		raw, err := reader.Read()
		if err == io.EOF {
			return results
		}
		if err != nil {
			return append(results, broken(name, doc, err))
		}
		var generic any
		if err := yaml.Unmarshal(raw, &generic); err == nil && generic == nil {
			continue
		}
		results = append(results, judgeDocument(name, doc, raw, opt)...)
		doc++
	}
}

func broken(name string, doc int, err error) *result {
	return &result{File: name, Doc: doc, Verdict: "undecodable", Errors: []problem{undecodable(err)}, Warnings: []string{}}
}

func judgeDocument(name string, doc int, raw []byte, opt options) []*result {
	asJSON, err := yaml.YAMLToJSON(raw)
	if err != nil {
		return []*result{broken(name, doc, err)}
	}
	if _, err := jsonserializer.DefaultMetaFactory.Interpret(asJSON); err != nil {
		return []*result{broken(name, doc, err)}
	}
	var head struct {
		APIVersion string            `json:"apiVersion"`
		Kind       string            `json:"kind"`
		Items      []json.RawMessage `json:"items"`
	}
	if err := json.Unmarshal(asJSON, &head); err != nil {
		return []*result{broken(name, doc, err)}
	}
	if strings.HasSuffix(head.Kind, "List") && head.Items != nil {
		return judgeItems(name, doc, head.APIVersion, strings.TrimSuffix(head.Kind, "List"), head.Items, opt)
	}
	r := &result{File: name, Doc: doc}
	judge(r, asJSON, raw, opt)
	if _, err := yaml.YAMLToJSONStrict(raw); err != nil && r.Verdict == "rejected" {
		// kubectl turns YAML to JSON itself and drops all but the last of the duplicates.
		k := &result{}
		judge(k, asJSON, nil, opt)
		r.ViaKubectl = &answer{k.Verdict, k.Errors, k.Warnings}
	}
	return []*result{r}
}

// judgeItems takes a list apart. Items of a PodList and its like need not say
// what they are: kubectl fills it in.
func judgeItems(name string, doc int, apiVersion, kind string, items []json.RawMessage, opt options) []*result {
	var results []*result
	for i, item := range items {
		var fields map[string]any
		if kind != "" && json.Unmarshal(item, &fields) == nil && fields["kind"] == nil && fields["apiVersion"] == nil {
			fields["kind"], fields["apiVersion"] = kind, apiVersion
			item, _ = json.Marshal(fields)
		}
		r := &result{File: name, Doc: doc, Item: &i}
		judge(r, item, nil, opt)
		results = append(results, r)
	}
	return results
}

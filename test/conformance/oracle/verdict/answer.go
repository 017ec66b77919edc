package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/util/validation/field"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
)

// result is what is printed of one object.
type result struct {
	File       string    `json:"file"`
	Doc        int       `json:"doc"`
	Item       *int      `json:"item,omitempty"`
	APIVersion string    `json:"apiVersion"`
	Kind       string    `json:"kind"`
	Name       string    `json:"name"`
	Verdict    string    `json:"verdict"`
	Errors     []problem `json:"errors"`
	Warnings   []string  `json:"warnings"`
	ViaKubectl *answer   `json:"viaKubectl,omitempty"`
	Defaulted  any       `json:"defaulted,omitempty"`
	Stored     any       `json:"stored,omitempty"`
}

// answer is what the server says of the JSON that kubectl sends for a document
// with duplicate keys.
type answer struct {
	Verdict  string    `json:"verdict"`
	Errors   []problem `json:"errors"`
	Warnings []string  `json:"warnings"`
}

type problem struct {
	Type     string `json:"type"`
	Field    string `json:"field,omitempty"`
	Detail   string `json:"detail"`
	BadValue any    `json:"badValue,omitempty"`
	Message  string `json:"message,omitempty"`
}

func invalid(e *field.Error, withMessage bool) problem {
	p := problem{Type: strings.TrimPrefix(string(e.Type), "FieldValue"), Field: e.Field, Detail: e.Detail}
	if e.Type != field.ErrorTypeRequired && e.Type != field.ErrorTypeForbidden {
		if _, err := json.Marshal(e.BadValue); err == nil {
			p.BadValue = e.BadValue
		} else {
			p.BadValue = fmt.Sprint(e.BadValue)
		}
	}
	if withMessage {
		p.Message = e.ErrorBody()
	}
	return p
}

func strict(e error) problem {
	for _, lead := range []string{"unknown field ", "duplicate field "} {
		if name, found := strings.CutPrefix(e.Error(), lead); found {
			if plain, err := strconv.Unquote(name); err == nil {
				name = plain
			}
			return problem{Type: "strict", Field: name, Detail: e.Error()}
		}
	}
	return problem{Type: "strict", Detail: e.Error()}
}

func undecodable(err error) problem { return problem{Type: "decode", Detail: err.Error()} }

// recorder collects the server's warnings, each once.
type recorder struct{ texts []string }

func (r *recorder) AddWarning(_, text string) {
	if text != "" && !slices.Contains(r.texts, text) {
		r.texts = append(r.texts, text)
	}
}

func asVersion(obj runtime.Object, gvk schema.GroupVersionKind) any {
	versioned, err := legacyscheme.Scheme.ConvertToVersion(obj.DeepCopyObject(), gvk.GroupVersion())
	if err != nil {
		fail(err)
	}
	return versioned
}

package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"k8s.io/apimachinery/pkg/api/meta"
	"k8s.io/apimachinery/pkg/api/validate/content"
	genericvalidation "k8s.io/apimachinery/pkg/api/validation"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/util/validation/field"
	genericapirequest "k8s.io/apiserver/pkg/endpoints/request"
	"k8s.io/apiserver/pkg/registry/rest"
	"k8s.io/apiserver/pkg/warning"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
	"k8s.io/kubernetes/pkg/api/service"
	"k8s.io/kubernetes/pkg/apis/core"
)

// judge follows the server's create handler and rest.BeforeCreate. rawYAML, if
// any, is what the object was written as: duplicate keys show only there.
func judge(r *result, asJSON, rawYAML []byte, opt options) {
	r.Errors, r.Warnings = []problem{}, []string{}
	var head struct {
		APIVersion string `json:"apiVersion"`
		Kind       string `json:"kind"`
		Metadata   struct {
			Name string `json:"name"`
		} `json:"metadata"`
	}
	headErr := json.Unmarshal(asJSON, &head)
	r.APIVersion, r.Kind, r.Name = head.APIVersion, head.Kind, head.Metadata.Name
	if head.Kind == "" || head.APIVersion == "" {
		switch {
		case headErr != nil:
		case head.Kind == "":
			headErr = errors.New("kind is missing")
		default:
			headErr = errors.New("apiVersion is missing")
		}
		r.Verdict, r.Errors = "undecodable", append(r.Errors, undecodable(headErr))
		return
	}
	gvk := schema.FromAPIVersionAndKind(head.APIVersion, head.Kind)
	res, ok := served[gvk]
	if !ok {
		r.Verdict = "unknown-kind"
		return
	}

	warnings := &recorder{}
	obj, err := decode(gvk, asJSON, rawYAML, opt.fieldValidation != "Ignore")
	if problems, isStrict := runtime.AsStrictDecodingError(err); isStrict && obj != nil {
		for _, e := range problems.Errors() {
			if opt.fieldValidation == "Warn" {
				warnings.AddWarning("", e.Error())
			} else {
				r.Errors = append(r.Errors, strict(e))
			}
		}
	} else if err != nil {
		r.Verdict, r.Errors = "undecodable", append(r.Errors, undecodable(err))
		return
	}
	if opt.defaults {
		r.Defaulted = asVersion(obj, gvk)
	}
	if len(r.Errors) > 0 {
		r.Verdict = "rejected"
		return
	}
	create(r, obj, gvk, res, warnings, opt)
}

// decode also fills in the defaults. The object is there beside a strict error.
func decode(gvk schema.GroupVersionKind, asJSON, rawYAML []byte, strictly bool) (runtime.Object, error) {
	media, data := runtime.ContentTypeJSON, asJSON
	if rawYAML != nil {
		media, data = runtime.ContentTypeYAML, rawYAML
	}
	info, _ := runtime.SerializerInfoForMediaType(legacyscheme.Codecs.SupportedMediaTypes(), media)
	serializer := runtime.Decoder(info.Serializer)
	if strictly {
		serializer = info.StrictSerializer
	}
	internal := schema.GroupVersion{Group: gvk.Group, Version: runtime.APIVersionInternal}
	into, err := legacyscheme.Scheme.New(internal.WithKind(gvk.Kind))
	if err != nil {
		fail(err)
	}
	obj, _, err := legacyscheme.Codecs.DecoderToVersion(serializer, internal).Decode(data, &gvk, into)
	return obj, err
}

func create(r *result, obj runtime.Object, gvk schema.GroupVersionKind, res resource, warnings *recorder, opt options) {
	accessor, err := meta.Accessor(obj)
	if err != nil {
		fail(err)
	}
	namespace := accessor.GetNamespace()
	if namespace == "" {
		namespace = "default"
	}
	ctx := genericapirequest.WithNamespace(context.Background(), namespace)
	ctx = genericapirequest.WithRequestInfo(ctx, &genericapirequest.RequestInfo{
		IsResourceRequest: true, Verb: "create", APIGroup: gvk.Group, APIVersion: gvk.Version,
		Namespace: namespace, Resource: res.plural,
	})
	ctx = warning.WithWarningRecorder(ctx, warnings)
	prepareMetadata(accessor, namespace, res)
	if svc, ok := obj.(*core.Service); ok {
		allocate(svc)
	}

	// As the server's handler does: what crashes its validation is answered with an internal error.
	defer func() {
		if crash := recover(); crash != nil {
			r.Verdict, r.Errors = "rejected", []problem{{Type: "InternalError", Detail: fmt.Sprint(crash)}}
		}
	}()
	res.strategy.PrepareForCreate(ctx, obj)
	errs := res.strategy.Validate(ctx, obj)
	if len(errs) == 0 {
		errs = genericvalidation.ValidateObjectMetaAccessor(accessor, true, pathSegment, field.NewPath("metadata"))
	}
	if len(errs) == 0 {
		r.Verdict = "accepted"
		for _, w := range res.strategy.WarningsOnCreate(ctx, obj) {
			warnings.AddWarning("", w)
		}
		res.strategy.Canonicalize(obj)
		if opt.stored {
			r.Stored = asVersion(obj, gvk)
		}
	} else {
		r.Verdict = "rejected"
	}
	r.Warnings = append(r.Warnings, warnings.texts...)
	for _, e := range errs {
		r.Errors = append(r.Errors, invalid(e, opt.messages))
	}
}

// prepareMetadata fills what the server makes up. What is random there is
// fixed here, so that answers repeat.
func prepareMetadata(accessor metav1.Object, namespace string, res resource) {
	rest.WipeObjectMetaSystemFields(accessor)
	if err := rest.EnsureObjectNamespaceMatchesRequestNamespace(namespace, accessor); err != nil {
		fail(err)
	}
	rest.FillObjectMetaSystemFields(accessor)
	accessor.SetUID("00000000-0000-4000-8000-000000000000")
	if accessor.GetGenerateName() != "" && accessor.GetName() == "" {
		name := res.strategy.GenerateName(accessor.GetGenerateName())
		accessor.SetName(name[:len(name)-5] + "xxxxx")
	}
}

// allocate stands for what the storage does before validation: it copies the
// address into the list and finds a free port for health checks. Addresses and
// node ports are not allocated, validation does not ask for them.
func allocate(svc *core.Service) {
	if svc.Spec.ClusterIP != "" && len(svc.Spec.ClusterIPs) == 0 {
		svc.Spec.ClusterIPs = []string{svc.Spec.ClusterIP}
	}
	if service.NeedsHealthCheck(svc) && svc.Spec.HealthCheckNodePort == 0 {
		svc.Spec.HealthCheckNodePort = 30000
	}
}

func pathSegment(name string, prefix bool) []string {
	if prefix {
		return content.IsPathSegmentPrefix(name)
	}
	return content.IsPathSegmentName(name)
}

// What re-indenting must know beside the schema: comments, texts over lines, several documents, lists, kept indentation.
import assert from "node:assert/strict";
import { test } from "node:test";
import { restoreFile, restoreIndentation } from "../../server/src/reindent/reindent.ts";
import { flatten } from "./corpus.ts";

/** The text comes back as it is written here, blanks and all. */
function comesBack(text: string): void {
  assert.equal(restoreFile(flatten(text)).text, text);
}

const pod = (rest: string): string => `apiVersion: v1\nkind: Pod\nmetadata:\n  name: demo\n${rest}`;

test("comments go with what follows them, those at the end stay", () => {
  comesBack(
    pod(`# The pod's own part.
spec:
  containers:
    # Serves.
    - name: web # the only one
      image: nginx:1.29

      # Where it listens.
      ports:
        - containerPort: 80
# The end.
`),
  );
});

test("restartPolicy behind the containers is the pod's, in an init container a sidecar's", () => {
  comesBack(
    pod(`spec:
  initContainers:
    - name: log
      image: busybox:1.37
      restartPolicy: Always
  containers:
    - name: web
      image: nginx:1.29
  restartPolicy: Never
`),
  );
});

test("limits end where a key is no resource", () => {
  comesBack(
    pod(`spec:
  containers:
    - name: web
      image: nginx:1.29
      resources:
        limits:
          cpu: 100m
          nvidia.com/gpu: 1
      volumeMounts:
        - name: cache
          mountPath: /cache
    - name: second
      image: nginx:1.29
  volumes:
    - name: cache
      emptyDir: {}
`),
  );
});

test("labels take what a selector asks for, and end before a field", () => {
  comesBack(`apiVersion: apps/v1
kind: Deployment
metadata:
  labels:
    name: web
    type: frontend
  name: web
  namespace: shop
spec:
  selector:
    matchLabels:
      name: web
  replicas: 2
  template:
    metadata:
      labels:
        tier: front
        name: web
    spec:
      nodeSelector:
        disktype: ssd
      containers:
        - name: web
          image: nginx:1.29
`);
});

test("block texts, quoted texts and brackets over lines", () => {
  comesBack(
    pod(`spec:
  containers:
    - name: web
      image: nginx:1.29
      command: ["sh",
        "-c"]
      args:
        - |
          # Runs for ever.
          while true; do
          echo "name: x"
          done
        - >-
          folded
          text
      env:
        - name: MOTTO
          value: "one
            two"
        - name: LAST
          value: x
`),
  );
});

test("affinity, with its lists in lists", () => {
  comesBack(
    pod(`spec:
  affinity:
    nodeAffinity:
      requiredDuringSchedulingIgnoredDuringExecution:
        nodeSelectorTerms:
          - matchExpressions:
              - key: zone
                operator: In
                values:
                  - a
                  - b
              - key: gpu
                operator: Exists
          - matchFields:
              - key: metadata.name
                operator: In
                values: [n1]
    podAntiAffinity:
      preferredDuringSchedulingIgnoredDuringExecution:
        - weight: 1
          podAffinityTerm:
            labelSelector:
              matchLabels:
                app: web
            topologyKey: kubernetes.io/hostname
  containers:
    - name: web
      image: nginx:1.29
`),
  );
});

test("CRLF, a byte order mark and tabs", () => {
  const text =
    "\uFEFFapiVersion: v1\r\nkind: Pod\r\nmetadata:\r\nname: demo\r\nspec:\r\ncontainers:\r\n- name: web\r\n\timage: nginx\r\n";
  assert.equal(
    restoreFile(text).text,
    "\uFEFFapiVersion: v1\r\nkind: Pod\r\nmetadata:\r\n  name: demo\r\nspec:\r\n  containers:\r\n    - name: web\r\n      image: nginx\r\n",
  );
});

test("documents of other kinds, JSON and custom resources stay as they are", () => {
  const config = "apiVersion: v1\nkind: ConfigMap\nmetadata:\nname: x\ndata:\nkey: value\n";
  const knative = "apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata:\nname: x\n";
  const json = '{"apiVersion": "v1",\n"kind": "Pod"}\n';
  const flat = "apiVersion: v1\nkind: Service\nmetadata:\nname: web\nspec:\nselector:\napp: web\nports:\n- port: 80\n";
  const { text, outcomes } = restoreFile([config, flat, knative, json].join("---\n"));
  assert.deepEqual(outcomes, ["foreign", "restored", "foreign", "kept"]);
  assert.equal(
    text,
    [
      config,
      "apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  selector:\n    app: web\n  ports:\n    - port: 80\n",
      knative,
      json,
    ].join("---\n"),
  );
});

test("a List of our kinds and others", () => {
  comesBack(`apiVersion: v1
kind: List
items:
  - apiVersion: v1
    kind: ConfigMap
    metadata:
      name: settings
    data:
      level: info
  - apiVersion: batch/v1
    kind: CronJob
    metadata:
      name: nightly
    spec:
      schedule: "0 3 * * *"
      jobTemplate:
        spec:
          template:
            spec:
              containers:
                - name: nightly
                  image: busybox:1.37
              restartPolicy: OnFailure
      successfulJobsHistoryLimit: 1
`);
});

test("a line of a certificate at the left edge is no separator", () => {
  comesBack(
    pod(`spec:
  containers:
    - name: web
      image: nginx:1.29
      env:
        - name: CA
          value: |
            -----BEGIN CERTIFICATE-----
            MIIB
            -----END CERTIFICATE-----
      ports:
        - containerPort: 80
`),
  );
});

test("a key in the wrong case, an unknown one and a repeated one find a place", () => {
  comesBack(
    pod(`spec:
  nodeselector:
    disk: ssd
  containers:
    - name: web
      image: nginx:1.29
      imagee: nginx:1.28
      image: nginx:1.30
      ports:
        - containerPort: 80
`),
  );
});

test("the blanks inside a block text stay where they are left", () => {
  const kept = pod(`spec:
  containers:
    - name: web
      image: nginx:1.29
      args:
        - |
          if true; then
            echo yes
          fi
`);
  assert.equal(restoreFile(kept.replace(/^ +(?=image|- name)/gm, "")).text, kept);
});

test("templates, with lines that are no manifest", () => {
  comesBack(`apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ .Release.Name }}
  labels:
    {{- include "labels" . | nindent 4 }}
    tier: front
spec:
  selector:
    matchLabels:
      tier: front
  template:
    metadata:
      labels:
        tier: front
    spec:
      containers:
        - name: {{ .Chart.Name }}
          image: "{{ .Values.image }}:{{ .Values.tag }}"
          {{- if .Values.port }}
          ports:
            - containerPort: {{ .Values.port }}
      {{- end }}
      restartPolicy: Always
`);
});

test("blanks of a web page count as blanks", () => {
  const text = pod("spec:\n  containers:\n    - name: web\n      image: nginx:1.29\n");
  assert.equal(restoreFile(text.replace(/^ +/gm, (blanks) => "\u00a0".repeat(blanks.length))).text, text);
});

test("`...` ends the document", () => {
  const text =
    "apiVersion: v1\nkind: Pod\nmetadata:\nname: demo\nspec:\ncontainers:\n- name: a\nimage: b\n...\nname: x\n";
  assert.match(restoreFile(text).text, /\n {6}image: b\n\.\.\.\nname: x\n$/);
});

test("what is no manifest is told apart from what cannot be read", () => {
  assert.equal(restoreIndentation("").outcome, "foreign");
  assert.equal(restoreIndentation("hello: world\n").outcome, "foreign");
  assert.equal(restoreIndentation("apiVersion: v1\nkind: Pod\nmetadata:\nCopy\nname: x\n").outcome, "unreadable");
});

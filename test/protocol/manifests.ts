// Texts of the protocol tests. In a file of their own, because indentation counts.

export const pod = (threshold: number | string, name = "web"): string => `apiVersion: v1
kind: Pod
metadata:
  name: ${name}
spec:
  containers:
    - name: web
      image: nginx:1.29
      livenessProbe:
        httpGet:
          port: 80
        successThreshold: ${threshold}
`;

/** One error (success-threshold-not-one) at line 11. */
export const wrong = pod(2);
export const right = pod(1);

export const chartTemplate = `apiVersion: v1
kind: Pod
metadata:
  name: {{ .Release.Name }}
spec:
  containers:
    {{- range .Values.containers }}
    - name: {{ .name }}
      image: nginx:1.29
    {{- end }}
`;

/** A patch leaves out what its base has: without an image a whole Pod would be refused. */
export const patch = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      livenessProbe:
        periodSeconds: 5
`;

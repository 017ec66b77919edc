// Generated manifests for measuring: Deployments as people write them, with a few findings or none.

const deployment = (name: string, threshold: number): string => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  labels:
    app.kubernetes.io/name: ${name}
spec:
  replicas: 3
  selector:
    matchLabels:
      app.kubernetes.io/name: ${name}
  template:
    metadata:
      labels:
        app.kubernetes.io/name: ${name}
    spec:
      terminationGracePeriodSeconds: 45
      initContainers:
        - name: migrate
          image: registry.example.com/${name}/migrate:1.4.2
          command: ["/bin/migrate", "--up"]
      containers:
        - name: web
          image: registry.example.com/${name}/web:1.4.2
          ports:
            - name: http
              containerPort: 8080
          env:
            - name: DATABASE
              valueFrom:
                secretKeyRef:
                  name: ${name}-database
                  key: url
          resources:
            requests: {cpu: 100m, memory: 128Mi}
            limits: {memory: 256Mi}
          startupProbe:
            httpGet: {path: /healthz, port: http}
            periodSeconds: 2
            failureThreshold: 30
          livenessProbe:
            httpGet: {path: /healthz, port: http}
            timeoutSeconds: 3
            successThreshold: ${threshold}
          readinessProbe:
            httpGet: {path: /ready, port: http}
          lifecycle:
            preStop:
              sleep:
                seconds: 5
          volumeMounts:
            - name: config
              mountPath: /etc/${name}
      volumes:
        - name: config
          configMap:
            name: ${name}-config
`;

/** @param wrong every one has a mistake in it */
export function deployments(count: number, wrong: boolean): string {
  return Array.from({ length: count }, (_, index) => deployment(`shop-${index}`, wrong ? 2 : 1)).join("---\n");
}

/** The same as items of one List, as `kubectl get -o yaml` prints them. */
export function list(count: number, wrong: boolean): string {
  const items = deployments(count, wrong)
    .split("---\n")
    .map((each) => `- ${each.trimEnd().replaceAll("\n", "\n  ")}\n`);
  return `apiVersion: v1\nkind: List\nitems:\n${items.join("")}`;
}

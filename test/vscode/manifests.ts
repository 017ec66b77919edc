// Texts of the tests in VS Code. In a file of their own, because indentation counts.

const withPort = (port: string): string => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels: {app: web}
  template:
    metadata:
      labels: {app: web}
    spec:
      containers:
        - name: web # the only one
          image: nginx:1.29
          livenessProbe:
            httpGet:
              port: ${port} # of nginx
            periodSeconds: 5
`;

export const broken = withPort('"8080"');
export const fixedPort = withPort("8080");

/** Red Hat's YAML extension then checks the document with Kubernetes' schema. */
export const kubernetesModeline =
  "# yaml-language-server: $schema=https://raw.githubusercontent.com/yannh/kubernetes-json-schema/master/v1.34.1-standalone-strict/all.json\n";

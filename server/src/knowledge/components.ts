// The ports on which Kubernetes' own components listen by default. Who asks them what is in docs/components.md.
// Sources: pkg/cluster/ports/ports.go, cmd/kubeadm/app/constants/constants.go, the v1beta1 and v1alpha1 defaults of the kubelet's and kube-proxy's configuration.

export interface ComponentPort {
  readonly port: number;
  readonly component: string;
  readonly runsOn: "every node" | "control plane";
  /** On 127.0.0.1 only. */
  readonly local: boolean;
  /** Open without anyone asking for it. */
  readonly byDefault: boolean;
}

export const componentPorts: readonly ComponentPort[] = [
  { port: 6443, component: "kube-apiserver", runsOn: "control plane", local: false, byDefault: true },
  { port: 2379, component: "etcd", runsOn: "control plane", local: false, byDefault: true },
  { port: 2380, component: "etcd", runsOn: "control plane", local: false, byDefault: true },
  // kubeadm sets it up.
  { port: 2381, component: "etcd", runsOn: "control plane", local: true, byDefault: true },
  { port: 10257, component: "kube-controller-manager", runsOn: "control plane", local: false, byDefault: true },
  { port: 10258, component: "cloud-controller-manager", runsOn: "control plane", local: false, byDefault: true },
  { port: 10259, component: "kube-scheduler", runsOn: "control plane", local: false, byDefault: true },
  { port: 10250, component: "kubelet", runsOn: "every node", local: false, byDefault: true },
  { port: 10248, component: "kubelet", runsOn: "every node", local: true, byDefault: true },
  { port: 10249, component: "kube-proxy", runsOn: "every node", local: true, byDefault: true },
  { port: 10256, component: "kube-proxy", runsOn: "every node", local: false, byDefault: true },
  // readOnlyPort has no default since the kubelet's configuration file: 0, off.
  { port: 10255, component: "kubelet", runsOn: "every node", local: false, byDefault: false },
  // Gone from the kubelet: long before 1.24.
  { port: 4194, component: "kubelet", runsOn: "every node", local: false, byDefault: false },
];

export const componentPort = (port: number): ComponentPort | undefined =>
  componentPorts.find((each) => each.port === port);

/** From which Services of type NodePort get theirs, inclusive (pkg/kubeapiserver/options/options.go). */
export const nodePorts = { first: 30_000, last: 32_767 } as const;

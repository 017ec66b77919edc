// Hover on values: enums, ports, and the words of a status.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { at, inContainer, inProbe, inStatus, paragraphs, shows, words } from "./hoverAt.ts";

describe("on a value", () => {
  test("of an enum", () => {
    shows(
      inContainer("    imagePullPolicy: Ne<|>ver\n"),
      paragraphs("**`Never`** · value of imagePullPolicy", words("v1.Container.imagePullPolicy=Never")),
      "Never",
    );
    shows(
      inContainer("    terminationMessagePolicy: 'File<|>'\n"),
      paragraphs(
        "**`File`** · value of terminationMessagePolicy, the default",
        words("v1.Container.terminationMessagePolicy=File"),
      ),
      "'File'",
    );
    shows(
      inContainer("", "  initContainers:\n  - {name: x, restartPolicy: On<|>Failure}\n"),
      paragraphs(
        "**`OnFailure`** · value of restartPolicy",
        words("v1.Container.restartPolicy=OnFailure"),
        "Since Kubernetes 1.34.",
      ),
      "OnFailure",
    );
    shows(
      inContainer("", "  restartPolicy: On<|>Failure\n"),
      paragraphs("**`OnFailure`** · value of restartPolicy", words("v1.PodSpec.restartPolicy=OnFailure")),
      "OnFailure",
    );
    shows(
      "apiVersion: apps/v1\nkind: Deploy<|>ment\n",
      paragraphs("**`Deployment`** · kind", words("kind Deployment")),
      "Deployment",
    );
    shows(
      inContainer("    lifecycle: {stopSignal: SIG<|>QUIT}\n"),
      paragraphs(
        "**`SIGQUIT`** · signal 3",
        words("signal SIGQUIT"),
        "Without a handler the program ends, and may leave a memory dump. Exit code 131.",
      ),
      "SIGQUIT",
    );
    shows(
      inContainer("    lifecycle: {stopSignal: SIGRTMIN+<|>3}\n"),
      paragraphs(
        "**`SIGRTMIN+3`** · real-time signal",
        "It has no meaning of its own. A program without a handler ends.",
      ),
      "SIGRTMIN+3",
    );
  });

  test("without a meaning of its own: the field", () => {
    assert.deepEqual(at(inProbe("      periodSeconds: 2<|>0")), {
      text: at(inProbe("      period<|>Seconds: 20"))?.text,
      on: "20",
    });
    assert.equal(at(inProbe("      exec: {command: [l<|>s]}")), undefined);
  });

  test("that a template fills in", () => {
    assert.match(
      at(inProbe("      periodSeconds: '{{ .per<|>iod }}'"))?.text ?? "",
      /Here: filled in by a template, so nobody knows the value yet\.$/,
    );
  });
});

describe("on a port", () => {
  const probe = (port: string) => inContainer(`    livenessProbe:\n      httpGet: {port: ${port}}\n`);

  test("named, and by number", () => {
    shows(probe("ht<|>tp"), "Port `http` of container `web`: `8080/TCP`.", "http");
    shows(probe("808<|>0"), "Port `http` of container `web`: `8080/TCP`.", "8080");
    shows(probe("<|>htp"), "No port of this container has the name `htp`.", "htp");
    shows(
      inContainer(
        "    lifecycle: {preStop: {httpGet: {port: 90<|>90}}}\n  - name: proxy\n    ports: [{containerPort: 9090, protocol: TCP}]\n",
      ),
      "Container `proxy` declares this port: all containers of a pod share one network, so the probe or hook reaches that one.",
      "9090",
    );
    assert.match(at(probe("80<|>81"))?.text ?? "", /^\*\*`port`\*\* int-or-string · HTTPGetAction\n/);
  });

  test("that a component uses by default", () => {
    shows(
      "kind: Pod\nspec: {containers: [{ports: [{containerPort: 102<|>50}]}]}\n",
      `**\`10250\`** · default port of kubelet

The kubelet: logs, exec and port-forward come through here from the API server.

On every node. On the node's network (hostPort, hostNetwork) the two collide.`,
      "10250",
    );
    shows(
      "kind: Pod\nspec: {containers: [{ports: [{containerPort: 80, hostPort: 102<|>55}]}]}\n",
      paragraphs("**`10255`** · default port of kubelet", words("port 10255"), "On every node."),
      "10255",
    );
    shows(
      "kind: Pod\nspec: {containers: [{ports: [{name: api, containerPort: 6443}], livenessProbe: {grpc: {port: 64<|>43}}}]}\n",
      paragraphs(
        "Port `api` of container `?`: `6443/TCP`.",
        "**`6443`** · default port of kube-apiserver",
        words("port 6443"),
        "On the control plane. On the node's network (hostPort, hostNetwork) the two collide.",
      ),
      "6443",
    );
    assert.match(
      at("kind: Service\nspec: {ports: [{port: 80, nodePort: 300<|>80}]}\n")?.text ?? "",
      /^\*\*`30080`\*\* · port of the NodePort range\n/,
    );
  });
});

describe("in a status", () => {
  test("phases and reasons of the pod", () => {
    shows(
      inStatus("  phase: Succ<|>eeded\n"),
      paragraphs("**`Succeeded`** · phase of a pod", words("phase Succeeded"), "A pod never leaves it again."),
      "Succeeded",
    );
    shows(
      inStatus("  reason: Ev<|>icted\n"),
      paragraphs(
        "**`Evicted`** · reason of a failed pod, event",
        words("status Evicted"),
        "Set by the kubelet. Fields to look at: `resources.requests`, `resources.limits`, `emptyDir.sizeLimit`.",
      ),
      "Evicted",
    );
    shows(
      inStatus("  reason: Node<|>Lost\n"),
      paragraphs("**`NodeLost`** · historical word", words("status NodeLost"), "No Kubernetes since 1.24 says it."),
      "NodeLost",
    );
    shows(
      inStatus("  reason: OutOfnvidia.com/gpu<|>\n"),
      paragraphs(
        "**`OutOfnvidia.com/gpu`** · reason of a failed pod, event",
        words("status OutOfmemory"),
        "Set by the kubelet. Fields to look at: `resources.requests`.",
      ),
      "OutOfnvidia.com/gpu",
    );
  });

  test("container states: reasons, exit codes, signals", () => {
    shows(
      inStatus("  containerStatuses:\n  - state: {waiting: {reason: CrashLoop<|>BackOff}}\n"),
      paragraphs(
        "**`CrashLoopBackOff`** · reason of a waiting container",
        words("status CrashLoopBackOff"),
        "Set by the kubelet. Fields to look at: `command`, `args`, `env`, `livenessProbe`, `startupProbe`, `resources.limits`, `restartPolicy`.",
      ),
      "CrashLoopBackOff",
    );
    shows(
      inStatus("  containerStatuses:\n  - lastState: {terminated: {exitCode: 13<|>7}}\n"),
      paragraphs("**`137`** · exit code", words("exit 137"), "137 = 128 + 9: ended by `SIGKILL`."),
      "137",
    );
    shows(
      inStatus("  containerStatuses:\n  - lastState: {terminated: {exitCode: 13<|>6}}\n"),
      paragraphs("**`136`** · exit code", words("signal SIGFPE"), "136 = 128 + 8: ended by `SIGFPE`."),
      "136",
    );
    shows(
      inStatus("  containerStatuses:\n  - lastState: {terminated: {exitCode: 4<|>2}}\n"),
      paragraphs("**`42`** · exit code", "A failure whose meaning only the program knows: look at its log."),
      "42",
    );
    shows(
      inStatus("  containerStatuses:\n  - lastState: {terminated: {exitCode: 0, signal: <|>9}}\n"),
      paragraphs("**`SIGKILL`** · signal 9", words("signal SIGKILL"), "No program can handle it. Exit code 137."),
      "9",
    );
    shows(
      inStatus("  initContainerStatuses:\n  - state: {waiting: {reason: NetworkPlugin<|>NotReady}}\n"),
      paragraphs(
        "**`NetworkPluginNotReady`** · historical word",
        words("status NetworkPluginNotReady"),
        "No Kubernetes since 1.24 says it. Today it is `NetworkNotReady`.",
      ),
      "NetworkPluginNotReady",
    );
  });

  test("conditions", () => {
    shows(
      inStatus("  conditions:\n  - type: Pod<|>Scheduled\n"),
      paragraphs(
        "**`PodScheduled`** · condition of Pod",
        words("condition PodScheduled"),
        "Set by the scheduler. Reasons: `Unschedulable`, `SchedulerError`, `SchedulingGated`.",
      ),
      "PodScheduled",
    );
    assert.match(
      at(inStatus("  conditions:\n  - {type: Ready, reason: Containers<|>NotReady}\n"))?.text ?? "",
      /^\*\*`ContainersNotReady`\*\* · reason of a condition\n/,
    );
    assert.match(
      at("apiVersion: batch/v1\nkind: Job\nstatus: {conditions: [{type: Fail<|>ed}]}\n")?.text ?? "",
      /^\*\*`Failed`\*\* · condition of Job\n/,
    );
    assert.match(
      at("kind: Pod\nspec: {readinessGates: [{conditionType: Re<|>ady}]}\n")?.text ?? "",
      /^\*\*`Ready`\*\* · condition of Pod\n/,
    );
  });
});

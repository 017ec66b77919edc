// Hover in Chinese: words, facts and what counts here are of one language, and no blank follows its punctuation.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import * as l10n from "@vscode/l10n";
import { typographyMistakes } from "../chinese.ts";
import { at, inContainer, inProbe, inStatus } from "./hoverAt.ts";

l10n.config({
  contents: readFileSync(join(import.meta.dirname, "../../l10n/bundle.l10n.zh-cn.json"), "utf8"),
});

test("a field of a probe", () => {
  assert.equal(
    at(inProbe("      period<|>Seconds: 0"), {}, "zh-cn")?.text,
    `**\`periodSeconds\`** integer · Probe

两次探测之间的秒数。节拍属于探针，重启也不会打断，所以首次探测可能落在一个间隔内的任意时刻。尚未通过的就绪探针会探测得更频繁。

默认值：\`10\`。

此处：\`0\` 表示默认值，因此是 \`10\`。`,
  );
});

test("a status word", () => {
  assert.equal(
    at(inStatus("  containerStatuses:\n  - state: {waiting: {reason: ErrImage<|>Pull}}\n"), {}, "zh-cn")?.text,
    `**\`ErrImagePull\`** · 容器等待的原因

刚刚拉取镜像失败：名字或标签有误、没有凭据，或镜像仓库不可达。事件 Failed 里有镜像仓库的原话。

由 kubelet 给出。可能有关的字段：\`image\`、\`imagePullSecrets\`。`,
  );
});

test("reads as Chinese in many places", () => {
  const places = [
    inContainer("    liveness<|>Probe: {tcpSocket: {port: 80}}\n"),
    inContainer("    lifecycle: {stop<|>Signal: SIGTERM}\n"),
    inContainer("    lifecycle: {stopSignal: SIG<|>HUP}\n"),
    inContainer("    imagePull<|>Policy:\n"),
    inContainer("    imagePullPolicy: Al<|>ways\n"),
    inContainer("    readinessProbe: {httpGet: {port: ht<|>tp}}\n"),
    inContainer("    readinessProbe: {httpGet: {port: no<|>ne}}\n"),
    inContainer("", "  restart<|>Policy: ''\n"),
    inStatus("  phase: Fail<|>ed\n"),
    inStatus("  reason: Docker<|>DaemonNotReady\n"),
    inStatus("  conditions: [{type: Disruption<|>Target}]\n"),
    inStatus("  containerStatuses: [{lastState: {terminated: {exitCode: 14<|>3}}}]\n"),
    "kind: Pod\nspec: {containers: [{ports: [{containerPort: 64<|>43}]}]}\n",
  ];
  for (const place of places) assert.deepEqual(typographyMistakes(at(place, {}, "zh-cn")?.text ?? ""), [], place);
});

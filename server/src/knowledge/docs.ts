// Hand-written docs for hover and completion: one Markdown file a subject and language, an entry under each `## id`.
import container from "./docs/container.md";
import containerZh from "./docs/container.zh-cn.md";
import hooks from "./docs/hooks.md";
import hooksZh from "./docs/hooks.zh-cn.md";
import pod from "./docs/pod.md";
import podZh from "./docs/pod.zh-cn.md";
import probe from "./docs/probe.md";
import probeZh from "./docs/probe.zh-cn.md";
import status from "./docs/status.md";
import statusZh from "./docs/status.zh-cn.md";
import workload from "./docs/workload.md";
import workloadZh from "./docs/workload.zh-cn.md";

const sources = {
  en: [probe, hooks, container, pod, workload, status],
  zh: [probeZh, hooksZh, containerZh, podZh, workloadZh, statusZh],
};
const tables: Partial<Record<keyof typeof sources, ReadonlyMap<string, string>>> = {};

/**
 * @param id `v1.Probe.periodSeconds`, `phase Pending`, `status CrashLoopBackOff`, `exit 137`, `port 10250`, `restartPolicy Always`
 * @returns Markdown, in English for locales without a translation
 */
export function doc(id: string, locale: string): string | undefined {
  return table(/^zh(?:-cn|-hans)?$/i.test(locale) ? "zh" : "en").get(id);
}

export const docIds = (language: keyof typeof sources): string[] => [...table(language).keys()];

/** Split at first use. Several ids may share an entry: `## phase Pending | status Pending`. */
function table(language: keyof typeof sources): ReadonlyMap<string, string> {
  const known = tables[language];
  if (known) return known;
  const entries = new Map<string, string>();
  for (const source of sources[language]) {
    for (const section of source.split(/^## /m).slice(1)) {
      const feed = section.indexOf("\n");
      const text = section.slice(feed + 1).trim();
      for (const id of section.slice(0, feed).split("|")) entries.set(id.trim(), text);
    }
  }
  tables[language] = entries;
  return entries;
}

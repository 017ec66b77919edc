// Hand-written docs for hover, completion and `explain`: one Markdown file a subject and language, an entry under each `## id`.
import components from "./docs/components.md";
import componentsZh from "./docs/components.zh-cn.md";
import conditions from "./docs/conditions.md";
import conditionsZh from "./docs/conditions.zh-cn.md";
import container from "./docs/container.md";
import containerZh from "./docs/container.zh-cn.md";
import defaults from "./docs/defaults.md";
import defaultsZh from "./docs/defaults.zh-cn.md";
import exitCodes from "./docs/exit-codes.md";
import exitCodesZh from "./docs/exit-codes.zh-cn.md";
import hooks from "./docs/hooks.md";
import hooksZh from "./docs/hooks.zh-cn.md";
import pod from "./docs/pod.md";
import podZh from "./docs/pod.zh-cn.md";
import probe from "./docs/probe.md";
import probeZh from "./docs/probe.zh-cn.md";
import statuses from "./docs/statuses.md";
import statusesZh from "./docs/statuses.zh-cn.md";
import workload from "./docs/workload.md";
import workloadZh from "./docs/workload.zh-cn.md";

const sources = {
  en: [probe, hooks, container, pod, workload, statuses, conditions, exitCodes, components, defaults],
  zh: [
    probeZh,
    hooksZh,
    containerZh,
    podZh,
    workloadZh,
    statusesZh,
    conditionsZh,
    exitCodesZh,
    componentsZh,
    defaultsZh,
  ],
};
export type DocLanguage = keyof typeof sources;
const tables: Partial<Record<DocLanguage, ReadonlyMap<string, string>>> = {};

/**
 * @param id `v1.Probe.periodSeconds`, `v1.PodSpec.restartPolicy=Always`, `any.spec` of every kind, `default v1.Probe.…` (a phrase, where
 *   the default depends), `phase Pending`, `condition Ready`, `status CrashLoopBackOff`, `exit 137`, `signal SIGTERM`, `port 10250`, `kind Pod`
 * @returns Markdown, in English for locales without a translation
 */
export function doc(id: string, locale: string): string | undefined {
  return table(docLanguage(locale)).get(id);
}

/** @param locale BCP 47; `zh-tw` is not Simplified Chinese */
export const docLanguage = (locale: string): DocLanguage => (/^zh(?:-cn|-hans)?$/i.test(locale) ? "zh" : "en");

export const docIds = (language: DocLanguage): string[] => [...table(language).keys()];

/** Split at first use. Several ids may share an entry: `## signal SIGUSR1 | signal SIGUSR2`. */
function table(language: DocLanguage): ReadonlyMap<string, string> {
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

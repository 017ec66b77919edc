// An image that the API server refuses, or that it takes and no node can read.
import * as l10n from "@vscode/l10n";
import { setScalar } from "../../syntax/edits.ts";
import { trimBlanks } from "../../text/blanks.ts";
import { rule } from "../rule.ts";
import { type ImageProblem, imageProblem, isPlaceholder, repairedImage } from "./reference.ts";

export const imageInvalid = rule({
  id: "image-invalid",
  severity: "error",
  on: "container",
  supersedes: ["missing-field", "name-invalid", "value-invalid"],
  check({ container, pod, object, report, parsed, partial }) {
    const { image } = container;
    const { value, entry } = image;
    if (container.kind === "ephemeral" && image.origin === "absent" && !partial)
      report(image, l10n.t("The container has no image, so there is nothing to run."));
    if (value === undefined || !entry) return;
    if (value === "") {
      report(image, l10n.t("The image is empty: the API server refuses a container without one."));
      return;
    }
    const trimmed = trimBlanks(value);
    if (trimmed !== value) {
      // In a template only ephemeral containers are looked at as closely as in a Pod.
      const isRefused = !pod.inTemplate || container.kind === "ephemeral";
      const reported = report(
        image,
        isRefused
          ? l10n.t("There are blanks around this image's name: the API server refuses it.")
          : l10n.t(
              "There are blanks around this image's name. This {0} is accepted, but every pod that it makes is refused.",
              object.kind,
            ),
        { severity: isRefused ? "error" : "warning" },
      );
      if (trimmed !== "" && !imageProblem(trimmed))
        reported.fix(l10n.t("Use “{0}”", trimmed), () => setScalar(parsed, entry, trimmed));
      return;
    }
    const problem = imageProblem(value);
    if (!problem || isPlaceholder(value)) return;
    const repaired = repairedImage(value);
    const reported = report(
      image,
      `${problemText(problem)} ${l10n.t("The container then waits with InvalidImageName, for ever.")}`,
      {
        severity: "warning",
      },
    );
    if (repaired !== undefined) reported.fix(l10n.t("Use “{0}”", repaired), () => setScalar(parsed, entry, repaired));
  },
});

function problemText(problem: ImageProblem): string {
  switch (problem) {
    case "upper-case":
      return l10n.t("No node can read this image name: it must be in lower case (a tag need not be).");
    case "bare-hash":
      return l10n.t(
        "No node can read this image name: 64 hexadecimal digits alone would be a digest. Write name@sha256:….",
      );
    case "digest":
      return l10n.t(
        "No node can read this image's digest: after @ stands sha256: and 64 hexadecimal digits in lower case.",
      );
    case "tag":
      return l10n.t(
        "No node can read this image's tag: at most 128 letters, digits, “_”, “.” and “-”, and none of the last two in front.",
      );
    case "scheme":
      return l10n.t("No node can read this image name: it begins with the registry's host, without https://.");
    case "blank":
      return l10n.t("No node can read this image name: there is a blank in it.");
    case "too-long":
      return l10n.t("No node can read this image name: it is longer than 255 characters.");
    case "format":
      return l10n.t(
        "No node can read this image name: between slashes stand lower-case letters and digits, with single “.”, “_” or “-” inside.",
      );
  }
}

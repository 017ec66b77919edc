// Mocha inside VS Code's web worker extension host, where there is no Node. `run` is what VS Code calls.
import "mocha/mocha.js";
import { suite } from "./suite.ts";

export function run(): Promise<void> {
  // Not the page's global `mocha`: that one draws into a document.
  const runner = new Mocha({ ui: "bdd", timeout: 30_000, color: false, reporter: Mocha.reporters.Spec });
  runner.suite.emit("pre-require", globalThis, "", runner);
  Mocha.reporters.Base.consoleLog = (...words: unknown[]) => {
    let rest = words.slice(1);
    const text = String(words[0] ?? "").replace(/%[sd]/g, () => String(rest.shift() ?? ""));
    rest = rest.filter((each) => each !== undefined);
    console.log(`\u2063${[text, ...rest].join(" ")}`);
  };
  suite();
  return new Promise((resolve, reject) => {
    runner.run((failures) => (failures === 0 ? resolve() : reject(new Error(`${failures} failed`))));
  });
}

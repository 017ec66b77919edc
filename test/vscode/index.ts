// Mocha inside VS Code's Node extension host. `run` is what VS Code calls.
import { format } from "node:util";
import Mocha from "mocha";
import { suite } from "./suite.ts";

export function run(): Promise<void> {
  // The shim passes on marked lines only: the workbench logs through the same channel. On the desktop the mark is invisible.
  Mocha.reporters.Base.consoleLog = (...words: unknown[]) => console.log(`\u2063${format(...words)}`);
  const mocha = new Mocha({ ui: "bdd", timeout: 30_000, color: false });
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  suite();
  return new Promise((resolve, reject) => {
    mocha.run((failures) => (failures === 0 ? resolve() : reject(new Error(`${failures} failed`))));
  });
}

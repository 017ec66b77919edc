// What is read out of a command's words, and where nothing is said because it is not certain.
import assert from "node:assert/strict";
import { test } from "node:test";
import { limitOf, readCommand, sleepOf, type Words } from "../../server/src/model/command.ts";
import { simpleCommands } from "../../server/src/model/shellScript.ts";

const sleep = (...words: Words) => {
  const command = readCommand(words);
  return command && sleepOf(command);
};
const limit = (...words: Words) => {
  const command = readCommand(words);
  return command && limitOf(command)?.seconds;
};
const sh = (script: string) => ["/bin/sh", "-c", script];

test("a shell is found behind what only starts it", () => {
  for (const words of [
    ["sh", "-c", "a"],
    ["/bin/bash", "-euo", "pipefail", "-c", "a"],
    ["/usr/bin/env", "A=1", "bash", "-lc", "a"],
    ["busybox", "sh", "-c", "a"],
    ["tini", "--", "sh", "-ec", "a"],
    ["cmd", "/c", "a"],
    ["powershell.exe", "-Command", "a"],
  ])
    assert.equal(readCommand(words)?.script?.text, "a", words.join(" "));
  assert.equal(readCommand(["sh", "script.sh"])?.script, undefined);
  assert.equal(readCommand(["cat", "-c", "a"])?.script, undefined);
  assert.equal(readCommand([undefined, "-c", "a"]), undefined);
  assert.equal(readCommand([]), undefined);
});

test("simple commands one behind the other", () => {
  const words = (script: string) => simpleCommands(script)?.map((each) => [...each.words, each.behind].join(" "));
  assert.deepEqual(words("a b; c && d || e | f &"), ["a b ;", "c &&", "d ||", "e |", "f &"]);
  assert.deepEqual(words("a 'b ; c' \"d | $(e ')')\"\n# why\nf 2>&1"), ["a b ; c d | $(e ')') ;", "f 2>&1 "]);
  assert.deepEqual(words("a \\\n  b &> /dev/null"), ["a b &> /dev/null "]);
  assert.deepEqual(words(""), []);
  for (const script of ["while true; do a; done", "if a; then b; fi", "(a)", "a 'b", "cat <<E\na\nE", "a() { b; }"])
    assert.equal(words(script), undefined, script);
});

test("how long it sleeps", () => {
  assert.deepEqual(sleep("sleep", "5"), { seconds: 5, only: true });
  assert.deepEqual(sleep("/bin/sleep", "1m", "0.5s"), { seconds: 60.5, only: true });
  assert.deepEqual(sleep(...sh("sleep 15")), { seconds: 15, only: true });
  assert.deepEqual(sleep(...sh("exec sleep 15")), { seconds: 15, only: true });
  assert.deepEqual(sleep(...sh("sleep 5; nginx -s quit && sleep 10")), { seconds: 15, only: false });
  assert.deepEqual(sleep(...sh("sleep 5 > /dev/null || true")), { seconds: 5, only: false });
  for (const script of [
    "[ -f /a ] && sleep 5",
    "sleep 5 &",
    "a || sleep 5",
    "exit 0; sleep 5",
    "echo sleep 5",
    "sleep $N",
  ])
    assert.equal(sleep(...sh(script)), undefined, script);
  assert.equal(sleep(...sh("while a; do sleep 1; done")), undefined);
  assert.equal(sleep("sleep", undefined), undefined);
  assert.equal(sleep("bash", "-c", undefined), undefined);
});

test("when it gives up by itself", () => {
  assert.equal(limit("timeout", "5", "cat", "/a"), 5);
  assert.equal(limit("timeout", "-s", "KILL", "-k", "2", "1m", "cat"), 60);
  assert.equal(limit("timeout", "-t", "5", "cat"), 5);
  assert.equal(limit("curl", "-fsS", "-m", "5", "localhost"), 5);
  assert.equal(limit("curl", "-sm5", "localhost"), 5);
  assert.equal(limit("curl", "--max-time=2.5", "localhost"), 2.5);
  assert.equal(limit("wget", "-qO-", "--timeout=3", "localhost"), 3);
  assert.equal(limit("nc", "-zw", "4", "localhost", "80"), 4);
  assert.equal(limit("pg_isready", "-t", "7"), 7);
  assert.equal(limit(...sh("curl -m 5 a && curl -m 9 b")), 9);
  for (const words of [
    ["curl", "-m", "0", "a"],
    ["curl", "-m", undefined],
    ["pg_isready", "-U", "5"],
    ["cat", "-m", "5"],
  ])
    assert.equal(limit(...words), undefined, words.join(" "));
});

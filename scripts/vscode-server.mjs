// Runs VS Code's server and ends with its parent, even when that is killed: its standard input closes then.
const [, , main] = process.argv;
process.stdin
  .resume()
  .on("end", () => process.exit())
  .on("error", () => process.exit());
process.argv.splice(1, 2, main);
await import(main);

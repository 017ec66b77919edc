// Lets the browser-served workbench run our extension in its web worker host: served over loopback, named in the page's options.
import { createReadStream, existsSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, relative } from "node:path";

const types = {
  ".js": "text/javascript",
  ".cjs": "text/javascript",
  ".json": "application/json",
  ".md": "text/markdown",
};

/** @param folders {Record<string, string>} `/PREFIX/` → folder; the first prefix that fits counts */
export async function serveFolders(folders) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const [prefix = "", folder] = Object.entries(folders).find(([each]) => path.startsWith(each)) ?? [];
    const file = normalize(join(folder ?? "", path.slice(prefix.length)));
    const headers = {
      "access-control-allow-origin": "*",
      "content-type": types[extname(file)] ?? "application/octet-stream",
    };
    if (!folder || relative(folder, file).startsWith("..") || !existsSync(file))
      return response.writeHead(404, headers).end();
    response.writeHead(200, headers);
    createReadStream(file)
      .on("error", () => response.end())
      .pipe(response);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { authority: `127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/** The workbench reads its options from a meta element once parsing is over; they are changed just before. */
export async function useWebExtension(page, authority, { tests } = {}) {
  await page.addInitScript(
    ({ authority, tests }) =>
      document.addEventListener("readystatechange", () => {
        const meta = document.getElementById("vscode-workbench-web-configuration");
        if (document.readyState !== "interactive" || !meta) return;
        const options = JSON.parse(meta.dataset.settings);
        const at = (path) => ({ scheme: "http", authority, path });
        options.developmentOptions = {
          ...options.developmentOptions,
          extensions: [at("/ext")],
          ...(tests ? { extensionTestsPath: at(tests) } : {}),
        };
        meta.dataset.settings = JSON.stringify(options);
      }),
    { authority, tests },
  );
}

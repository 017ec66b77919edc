// Markdown files are bundled as their text (esbuild's text loader; test/register.mjs does the same under Node).
declare module "*.md" {
  const text: string;
  export default text;
}

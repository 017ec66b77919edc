// Which texts are to be filled in by somebody else: their value is unknown here.

/** Holds `{{ … }}` or `${NAME}`. `$(NAME)` is Kubernetes' own and no template. */
export function isTemplated(source: string): boolean {
  return /\{\{.*\}\}/s.test(source) || /\$\{[A-Za-z_][^}]*\}/.test(source);
}

export const host: string;
export const vscodeFolder: string;
export function setupVscode(): void;

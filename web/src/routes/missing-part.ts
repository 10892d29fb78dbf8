// Parts of the program are loaded when they are first needed. One that does not come is nobody's mistake in the program: the
// server cannot be reached, or was replaced by a newer one that has other parts.
const saidBy = [
  /^Unable to preload CSS for /, // Vite
  /^Failed to fetch dynamically imported module/, // Chromium
  /^error loading dynamically imported module/, // Firefox
  /^Importing a module script failed/, // Safari
];

export function isMissingPart(error: unknown): boolean {
  return error instanceof Error && saidBy.some((words) => words.test(error.message));
}

export function Help(_: unknown) { return null; }

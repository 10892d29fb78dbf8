export function WhyDrawer(_: unknown) { return null; }

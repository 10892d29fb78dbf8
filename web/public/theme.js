// Sets light or dark before the first paint, so that no page flashes white. A file of its own because the server's
// content security policy allows no inline scripts.
(() => {
  let chosen = "auto";
  try {
    chosen = window.localStorage.getItem("mantine-color-scheme-value") ?? "auto";
  } catch {
    // No storage: the system's choice holds.
  }
  const dark = chosen === "dark" || (chosen !== "light" && window.matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.setAttribute("data-mantine-color-scheme", dark ? "dark" : "light");
})();

// Single keys for people who work here all day. They rest while somebody types, while a dialog is open and together
// with Ctrl, Alt or Meta, so that the browser's and a screen reader's own keys stay theirs.
import { useEffect, useRef } from "react";

export type Hotkeys = Record<string, (event: KeyboardEvent) => void>;

type KeyTarget = { tagName?: string; isContentEditable?: boolean; getAttribute?: (name: string) => string | null };

export function isTyping(target: KeyTarget | null): boolean {
  if (target === null) return false;
  const tag = target.tagName?.toLowerCase() ?? "";
  if (tag === "textarea" || tag === "select" || target.isContentEditable === true) return true;
  if (tag === "input") {
    const type = target.getAttribute?.("type") ?? "text";
    return !["checkbox", "radio", "button", "submit"].includes(type);
  }
  return ["combobox", "listbox", "menu", "menuitem", "option"].includes(target.getAttribute?.("role") ?? "");
}

export function useHotkeys(hotkeys: Hotkeys): void {
  const current = useRef(hotkeys);
  current.current = hotkeys;
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (isTyping(event.target as HTMLElement | null)) return;
      if (document.querySelector('[role="dialog"][aria-modal="true"], dialog[open]') !== null) return;
      // Enter on a link or a button is its own.
      if (event.key === "Enter" && event.target instanceof Element && event.target.closest("a, button") !== null)
        return;
      const handler = current.current[event.key];
      if (handler === undefined) return;
      event.preventDefault();
      handler(event);
    }
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}

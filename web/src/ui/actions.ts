// What can be done on the page that is shown: each page registers its actions, the command palette lists them and the
// help names their keys. Registered while mounted, so that the palette never offers what is not there.
import { useEffect, useId, useSyncExternalStore } from "react";

export type Action = {
  id: string;
  label: string;
  hint?: string;
  group: string;
  keys?: string;
  run: () => void;
};

const registered = new Map<string, readonly Action[]>();
const listeners = new Set<() => void>();
let all: readonly Action[] = [];

function changed(): void {
  all = [...registered.values()].flat();
  for (const listener of listeners) listener();
}

// Callers memoise `actions`: a new list registers anew.
export function useActions(actions: readonly Action[]): void {
  const owner = useId();
  useEffect(() => {
    registered.set(owner, actions);
    changed();
    return () => {
      registered.delete(owner);
      changed();
    };
  }, [owner, actions]);
}

export function useRegisteredActions(): readonly Action[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => all,
  );
}
